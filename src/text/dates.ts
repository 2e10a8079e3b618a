/**
 * The date-and-source line under a headline, a pair, and dates as a page prints them.
 *
 *   parseHeadLine('2020年07月02日11:03  来源:禾风日报')
 *     ⇄  { date: '2020年07月02日11:03', between: '  ', label: '来源:', source: '禾风日报', after: '' }
 *   instantOf('2020年07月02日11:03')        →  '2020-07-02T03:03:00.000Z'  (the page's clock is Asia/Shanghai)
 *   formatMinute('2020-07-02T03:03:00Z')   →  '2020年07月02日11:03'
 *   formatDay('2020-07-02T03:03:00Z')      →  '2020年7月2日'
 *
 * Summer time of 1986 to 1991 is in the zone's data, so old pages keep their minute.
 */
import { DateTime } from 'luxon'

const ZONE = 'Asia/Shanghai'
/** From here on Shanghai's clock is eight hours ahead all year; what lies before, or is written otherwise, luxon looks up. */
const EIGHT_ALL_YEAR = Date.UTC(1992, 0, 1)
const EIGHT_HOURS = 28_800_000

export interface HeadLine {
  date: string
  between: string
  /** '来源:' with its mark and padding, or '' when the line names no source. */
  label: string
  source: string
  after: string
}

const DATE = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})(?:[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`
const GAP = String.raw`[\s|｜丨]`
const WORD = String.raw`[^\s|｜丨]+`
const LABEL = String.raw`(?:本文|稿件)?(?:来源|來源)[:：]\s*`
/** Each space can belong to one part only (`after` follows a source and nothing else), or a long run of them would take minutes. */
const HEAD = new RegExp(
  `^(?<date>${DATE})(?<between>${GAP}*)(?:(?<label>${LABEL})(?:(?<source>${WORD}(?: ${WORD})*)(?<after>\\s*))?)?$`,
  'u',
)
const PARTS = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})(?!\d)日?(?:[\sT]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?/u

/** A line in, its parts out; undefined when the line does not begin with a date or says anything besides date and source. */
export function parseHeadLine(line: string): HeadLine | undefined {
  const found = HEAD.exec(line)?.groups
  if (found === undefined || instantOf(found['date'] ?? '') === undefined) return undefined
  const part = (name: string): string => found[name] ?? ''
  return {
    date: part('date'),
    between: part('between'),
    label: part('label'),
    source: part('source'),
    after: part('after'),
  }
}

/** The pair: parts in, the printed line out. */
export function formatHeadLine({ date, between, label, source, after }: HeadLine): string {
  return date + between + label + source + after
}

/** A printed local date in, the instant as ISO 8601 in UTC out; undefined for a day that no calendar has. */
export function instantOf(printed: string): string | undefined {
  const found = PARTS.exec(printed)
  if (found === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)))
  const shown = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const exists = shown.getUTCMonth() === month - 1 && shown.getUTCHours() === hour && minute < 60 && second < 60
  if (exists && Number(shown) >= EIGHT_ALL_YEAR) return new Date(Number(shown) - EIGHT_HOURS).toISOString()
  const time = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: ZONE })
  return time.isValid ? time.toUTC().toISO() : undefined
}

const inShanghai = (instant: string): DateTime => {
  const time = DateTime.fromISO(instant, { zone: ZONE })
  if (!time.isValid) throw new Error(`expected an instant in ISO 8601 such as 2020-07-02T03:03:00Z, found “${instant}”`)
  return time
}

/** An instant in, `2020-07-02T11:03:00+08:00` out: the same instant as the page's clock showed it. */
export function formatOffset(instant: string): string {
  if (instant !== last.instant) last = { instant, shown: offsetOf(instant) }
  return last.shown
}

/** A page asks for one instant several times in a row: for its line, its data and its lists. */
let last: { instant: string | undefined; shown: string } = { instant: undefined, shown: '' }

/** Of 1992 or later and before the 28th: eight hours on it is still a day of that month, whatever month. Lists ask by the thousand. */
const PLAIN =
  /^(199[2-9]|[2-9]\d{3})(-(?:0[1-9]|1[0-2])-)(0[1-9]|1\d|2[0-7])T([01]\d|2[0-3])(:[0-5]\d:[0-5]\d)(?:\.\d{1,3})?Z$/u

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n))

function offsetOf(instant: string): string {
  const found = PLAIN.exec(instant)
  if (found === null) return lookedUp(instant)
  const [, year = '', month = '', day = '', hour = '', rest = ''] = found
  const shown = Number(hour) + 8
  const [date, clock] = shown < 24 ? [day, shown] : [twoDigits(Number(day) + 1), shown - 24]
  return `${year}${month}${date}T${twoDigits(clock)}${rest}+08:00`
}

function lookedUp(instant: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/u.test(instant) ? Date.parse(instant) : Number.NaN
  // A day that no calendar has comes out as another one.
  if (time >= EIGHT_ALL_YEAR && new Date(time).toISOString().startsWith(instant.slice(0, 19))) {
    const shown = new Date(time + EIGHT_HOURS).toISOString()
    if (shown.length === 24) return `${shown.slice(0, 19)}+08:00`
  }
  return inShanghai(instant).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
}

/** An instant in, `2020年07月02日11:03` (Asia/Shanghai) out, as the original pages print it. */
export function formatMinute(instant: string): string {
  const shown = formatOffset(instant)
  return `${shown.slice(0, 4)}年${shown.slice(5, 7)}月${shown.slice(8, 10)}日${shown.slice(11, 16)}`
}

/** An instant in, `2020年7月2日` out. */
export function formatDay(instant: string): string {
  const shown = formatOffset(instant)
  return `${shown.slice(0, 4)}年${Number(shown.slice(5, 7))}月${Number(shown.slice(8, 10))}日`
}

/** A day `2024-06-02`, a month `2024-06` or a year `2024` in, `2024年6月2日`, `2024年6月`, `2024年` out. */
export function formatDate(key: string): string {
  const [year = '', month, day] = key.split('-')
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}

/** An instant in, the day's key `2020-07-02` (Asia/Shanghai) out. */
export const dayOf = (instant: string): string => formatOffset(instant).slice(0, 10)
