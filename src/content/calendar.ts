/**
 * A month or a year as a calendar: what came out when, and how much.
 *
 *   weeksOf('2024-06', tallies)  →  [[undefined ×5, { text: '1', href: '/days/2024/0601.html', count: 8 }, …], …]: Monday first
 *   monthsOf(tallies)            →  [{ key: '2024-05', count: 240 }, { key: '2024-06', count: 17 }]
 */
import type { Tally } from './catalogue.ts'
import { dayAddress, type Link } from './links.ts'
import type { Listing } from './listing.ts'
import { mergeTallies } from './merge.ts'
import type { SiteModel } from './site.ts'

/** A place in a calendar: a number, and the page behind it when something came out. */
export interface Cell {
  text: string
  href?: string | undefined
  count: number
}

export interface CalendarPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  path: Link[]
  title: string
  total: number
  earlier: Link | undefined
  later: Link | undefined
  parts: CalendarPart[]
  /** What came out in a month, as far as it fits. */
  listing: Listing | undefined
}

export type CalendarPart =
  | { kind: 'days'; label: string; weeks: (Cell | undefined)[][] }
  | { kind: 'months'; label: string; href: string | undefined; months: Cell[] }

const DAY = 86_400_000

/** A month `2024-06` and what came out on its days in, its weeks out. */
export function weeksOf(month: string, tallies: readonly Tally[]): (Cell | undefined)[][] {
  const counts = new Map(tallies.map(({ key, count }) => [key, count]))
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const cells: (Cell | undefined)[] = Array.from({ length: (new Date(first).getUTCDay() + 6) % 7 }, () => undefined)
  for (let at = first; new Date(at).toISOString().startsWith(month); at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10)
    const count = counts.get(day) ?? 0
    cells.push({ text: String(Number(day.slice(8))), count, ...(count === 0 ? {} : { href: dayAddress(day) }) })
  }
  while (cells.length % 7 !== 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** What came out by day in, by month out; a longer key is cut to the month or, with `length` 4, to the year. */
export const monthsOf = (days: readonly Tally[], length = 7): Tally[] =>
  mergeTallies([days.map(({ key, count }) => ({ key: key.slice(0, length), count }))])

export const totalOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, { count }) => sum + count, 0)
