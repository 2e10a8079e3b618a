/**
 * The marks of a credit line that parse and print share.
 *
 *   MARK.exec('：甲川')?.[0]  →  '：'      (between a label and its names)
 *   BOUNDARY.test('、')       →  true     (parts one word of the line from the next)
 */

/** Bars; U+FE31, U+4E28, U+2223 and box drawing are seen in print where `|` was meant. */
const BARS = '|｜︱丨│∣╱'

/** A colon, bar or slash with its padding, or nothing but spaces. `\s` holds U+3000 and U+00A0. */
export const MARK = new RegExp(String.raw`^\s*[：:${BARS}/／]\s*|^\s+`, 'u')

export const BOUNDARY = new RegExp(String.raw`[\s、，,;；${BARS}/／。)）\]】］〕》]`, 'u')

/** What may stand between two credits: a bar, a stroke, a comma, or the brackets of two that stand side by side. */
export const BETWEEN = new RegExp(
  String.raw`(?:(?<!\s)\s*[)）\]】］〕]\s*[(（\[【［〔]|(?<!\s)\s*[${BARS}/／;；，,、])?\s*$|(?<!\s)\s+$`,
  'u',
)

export const OPEN = /^\s*[(（[【［〔]\s*/u
export const CLOSE = /(?<!\s)\s*[)）\]】］〕]\s*$/u

/**
 * What shares a line with credits and is none: a date or a source.
 * `2012年01月12日 09:09:42 | 责任编辑: … | 来源： …`, `本文来源：… 作者：…`, `发布日期：2019-03-06 责任编辑：…`, `[责任编辑：…] 标签：…`
 */
const DAY = String.raw`(?:(?:发布日期|发布时间|日期|时间)[:：]\s*)?\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?`
const SOURCE = String.raw`(?:本文|资料|稿件|文章)?(?:来源|來源|稿源|标签)[:：${BARS}/]\s*[^\s${BARS}()（）]{1,40}`
const BESIDE = String.raw`(?:\s*[${BARS}/]\s*|\s+)`
/** An ornament in front of a line. */
const ORNAMENT = String.raw`[◎●■◆]\s*`
export const LEADING = new RegExp(
  `^(?:${ORNAMENT}|(?:(?:${DAY}|${SOURCE}|[\\p{Script=Han}]{2,10}讯)${BESIDE}){1,3})`,
  'u',
)
export const FOLLOWING = new RegExp(`(?:${BESIDE}(?:${DAY}|${SOURCE})){1,3}\\s*$`, 'u')
