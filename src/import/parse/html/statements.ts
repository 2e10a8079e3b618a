/**
 * Credits in a line that says other things too.
 *
 *   creditsIn('编辑：黄静  作者：  【打印】')                →  ['编辑：黄静']
 *   creditsIn('本文来源：新报 责任编辑：史磊_NBJ113')           →  ['责任编辑：史磊_NBJ113']
 *   creditsIn('[责任编辑：韩保林 PK155] 标签：春灌')           →  ['[责任编辑：韩保林 PK155]']
 *   creditsIn('来源：云上时报网作者：骆青石')                 →  ['作者：骆青石']
 */
import { parseCreditLine } from '../../../text/credits/parse.ts'

const LABELS =
  /(?<![[【(（]\s?)(?=[[【(（]?\s?(?:(?:本版|值班|版面|网站|实习|见习|新闻)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯)|作者|记者|通讯员|校对|审核|审读|监制|主编|统筹|(?:本文)?(?:来源|來源)|稿源|标签|关键词|发布|时间|日期|点击|浏览|阅读)\s?[:：|丨︱/])/u
const TOOLS =
  /\s*(?:[【[]?\s?(?:打印|關閉|关闭|列印|纠错|收藏|分享|返回|举报|投稿|我要|字号|字號)|标签|关键词|\d+\s*(?:人|次|条)|【[^【】]{4,}】$).*$/u
/** A credit of its own in brackets, whatever else of the page's frame shares its line. */
const GROUP = /^\s*(?:\([^()（）]{3,60}\)|（[^()（）]{3,60}）|\[[^[\]]{3,60}\]|【[^【】]{3,60}】)/u

const SOURCE = /^(?:来源|來源|稿源)\s?[:：]\s?\S/u

/** Tools in brackets in front: `【纠错】 【责任编辑:骆青石】`. */
const TOOLS_IN_FRONT = /^(?:[【[]\s?(?:纠错|打印|关闭|收藏|分享)\s?[】\]]\s*)+/u

/** Most lines of a page can hold no credit: one question instead of the grammar. */
const MAY = /[编編责責记記摄攝评評译譯校审審监監作执撰文图统策整选供]|通讯员|通訊員|实习|出品|^[(（[【]/u

/** A line in, the parts of it that are credits out, to the letter. */
export function creditsIn(whole: string): string[] {
  const line = whole.replace(TOOLS_IN_FRONT, '')
  if (line.length > 300 || !MAY.test(line)) return []
  if (isOne(line)) return [line]
  const group = GROUP.exec(line)?.[0].trim()
  if (group !== undefined && namesEditors(group))
    return [group, ...creditsIn(line.slice(line.indexOf(group) + group.length))]
  const parts = line.split(LABELS)
  const glued: string[] = []
  for (const part of parts) {
    const last = glued.at(-1)
    if (last !== undefined && belongsBefore(last, part)) glued[glued.length - 1] = last + part
    else glued.push(part)
  }
  return glued.flatMap((part) => {
    const trimmed = part
      .replace(TOOLS, '')
      .replace(/[\s|｜丨,，;；([（【]+$/u, '')
      .trim()
    const bare = trimmed.replace(/^[[【(（]\s*/u, '')
    return [trimmed, bare, bare.replace(/[\]】)）]+$/u, '')].find(isOne) ?? []
  })
}

/** An editor's line: no sentence begins with one in brackets. */
function namesEditors(group: string): boolean {
  const roles = parseCreditLine(group)?.credits.map(({ role }) => role) ?? []
  return roles.includes('editor') || roles.includes('deskEditor')
}

/** 责任编辑 holds 编辑, 本报记者 holds 记者: cut only where a label begins a word; a source that is named ends before the next label. */
function belongsBefore(last: string, part: string): boolean {
  if (/(?:责任|責任|本报|特约|见习|实习|值班|版面|网站|总|本文|稿件|新闻)$/u.test(last)) return true
  return /[网社报]$/u.test(last) && /^(?:记者|编辑|通讯员)/u.test(part) && !SOURCE.test(last)
}

const isOne = (text: string): boolean =>
  text !== '' && parseCreditLine(text, { bare: /^[(（]/u.test(text) }) !== undefined
