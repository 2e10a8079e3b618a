/**
 * The periods into which a list is cut, each in the one before: month, ten days, day, hour (Beijing's).
 *
 *   periodsAt('2024-06-02T00:30:00Z')           →  ['2024-06', '2024-06-shang', '2024-06-02', '2024-06-02-08']
 *   narrower('2024-06', '2024-06-02T00:30:00Z') →  '2024-06-shang'
 *   formatPeriod('2024-06-shang')               →  '2024年6月上旬'
 *
 * A period is never renamed by what comes later, so its page keeps its address; no hour is cut.
 */
import { formatDate, formatOffset } from '../text/dates.ts'

const TENS = { shang: '上旬', zhong: '中旬', xia: '下旬' } as const

function tenOf(date: number): keyof typeof TENS {
  if (date <= 10) return 'shang'
  return date <= 20 ? 'zhong' : 'xia'
}

/** An instant in, the periods in which it lies out, the widest first. */
export function periodsAt(instant: string): string[] {
  const shown = formatOffset(instant)
  const [month, day] = [shown.slice(0, 7), shown.slice(0, 10)]
  return [month, `${month}-${tenOf(Number(day.slice(8)))}`, day, `${day}-${shown.slice(11, 13)}`]
}

/** The next narrower period around an instant; undefined: this one is not cut any further. */
export function narrower(period: string, instant: string): string | undefined {
  const periods = periodsAt(instant)
  return periods[periods.indexOf(period) + 1]
}

const tenIn = (period: string): string | undefined =>
  Object.entries(TENS).find(([name]) => period.slice(8) === name)?.[1]

/** A period in, itself and those around it out, the widest first. */
export function periodsAround(period: string): string[] {
  if (period.length === 7) return [period]
  if (tenIn(period) !== undefined) return [period.slice(0, 7), period]
  const wider = periodsAt(`${period.slice(0, 10)}T12:00:00+08:00`).slice(0, 3)
  return [...new Set([...wider, period])]
}

const rank = (period: string): number => Object.keys(TENS).indexOf(period.slice(8))

/** Periods of one length in the order of time. */
export function inOrder(periods: Iterable<string>): string[] {
  return [...periods].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/** Whether a list of this period holds several days. */
export const isOfDays = (period: string): boolean => period.length === 7 || tenIn(period) !== undefined

const hourIn = (period: string): string | undefined => (period.length === 13 ? period.slice(11) : undefined)

/** `2024-06-02-08` → `2024年6月2日8时` */
export function formatPeriod(period: string): string {
  const ten = tenIn(period)
  if (ten !== undefined) return formatDate(period.slice(0, 7)) + ten
  const hour = hourIn(period)
  return hour === undefined ? formatDate(period) : `${formatDate(period.slice(0, 10))}${Number(hour)}时`
}

/** Within a wider one: `上旬`, `2日`, `8时`. */
export const formatWithin = (period: string): string =>
  /(?:[上中下]旬|\d+[日时])$/u.exec(formatPeriod(period))?.[0] ?? formatPeriod(period)
