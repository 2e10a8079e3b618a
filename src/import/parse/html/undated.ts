/**
 * A date that a page shows without its year, or as a word: completed only by what the page's own code says, else told.
 *
 *   '发布时间：09-30 22:46' and a meta of 2019-09-30 22:46:13  →  { instant: '2019-09-30T14:46:00.000Z', note: '年份取自页面代码，页面只印“09-30 22:46”' }
 *   '昨天' and WeChat's script                                →  { instant: …, note: '日期取自页面代码，页面只印“昨天”' }
 *   '发布时间：09-30 22:46' alone                              →  { problem: '页面只印“09-30 22:46”，没有年份，须在编辑台补上。' }
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import { stampsOf } from '../../html/stamps.ts'
import { instantOf } from '../../../text/dates.ts'
import type { Parts } from './parts.ts'

interface Undated {
  printed: string
  instant?: string | undefined
  note?: string
  problem?: string
}

/** Lines around the headline that may show when: two above, eight below. */
const ABOVE = 2
const BELOW = 8
const LONGEST = 60
const LABEL = /(?:发布|發佈|更新)?(?:时间|時間|日期)\s?[:：]\s?|发[布表]于?\s?[:：]?\s?/u
/** With the label's help only: other numbers look alike. The time may stand right behind the day. */
const SHORT = /^(?:(?<year>\d{2})-)?(?<month>\d{1,2})[-月](?<day>\d{1,2}?)日?\s{0,3}(?<clock>\d{2}:\d{2})?(?!\d)/u
const WORD = /(?<![\p{Script=Han}])(?:昨天|前天|今天|刚刚|星期[一二三四五六日]|\d{1,2}\s?(?:分钟|小时|天|周)前)$/u

/** A page with no whole date in; what it shows instead out, undefined where it shows nothing. */
export function undatedOf(sheet: Sheet, { title }: Parts): Undated | undefined {
  const [first, last] = [title[0]?.index ?? 0, title.at(-1)?.index ?? 0]
  const near = sheet.lines
    .slice(Math.max(0, first - ABOVE), last + 1 + BELOW)
    .filter(({ letters }) => letters <= LONGEST)
  for (const line of near) {
    const found = shortIn(line) ?? wordIn(line)
    const date = found === undefined ? undefined : completed(found, stampsOf(sheet))
    // A word without a script that makes it may as well be another article's.
    if (date !== undefined && (date.instant !== undefined || found?.day !== '')) return date
  }
  return undefined
}

interface Shown {
  printed: string
  /** `-09-30`, or with its year `2018-09-30`; '' for a word. */
  day: string
  clock: string
}

function shortIn({ text }: Line): Shown | undefined {
  const label = LABEL.exec(text)
  if (label === null) return undefined
  const found = SHORT.exec(text.slice(label.index + label[0].length))
  const { year, month = '', day = '', clock = '' } = found?.groups ?? {}
  if (found === null) return undefined
  const padded = `-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return { printed: found[0].trim(), day: year === undefined ? padded : `20${year}${padded}`, clock }
}

function wordIn({ text }: Line): Shown | undefined {
  const word = WORD.exec(text)?.[0]
  return word === undefined ? undefined : { printed: word, day: '', clock: '' }
}

function completed({ printed, day, clock }: Shown, stamps: readonly string[]): Undated {
  if (day.length === 10) return { printed, instant: instantOf(`${day} ${clock}`.trim()) }
  const stamp = stamps.find((one) => one.slice(4).startsWith(`${day} ${clock}`.trim()) && one.length > 10)
  if (stamp === undefined)
    return {
      printed,
      problem: `页面只印“${printed}”，没有年份，须在编辑台补上。`,
    }
  // To the precision that is shown: a word shows none, and its script makes it of the minute.
  const whole = day === '' || clock !== '' ? stamp.slice(0, 16) : stamp.slice(0, 10)
  const what = day === '' ? '日期' : '年份'
  return { printed, instant: instantOf(whole), note: `${what}取自页面代码，页面只印“${printed}”` }
}
