/**
 * A year's page: its months with what came out in each; and the page of all years above it.
 *
 *   yearKind.model('2024', catalogue)  →  { title: '2024年', total: 240, parts: [{ kind: 'months', months: [{ text: '1月', count: 20, href: … }, …] }], … }
 *   yearsKind.model('', catalogue)     →  { title: '日历', parts: [2026年, 2025年, …], … }
 */
import { formatDate } from '../../text/dates.ts'
import { monthsOf, totalOf, type CalendarPage, type CalendarPart } from '../calendar.ts'
import type { Tally } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, monthAddress, yearAddress, type Link } from '../links.ts'
import { siteModel } from '../site.ts'
import { isEverywhere, versionsOf } from '../touch.ts'
import { daysOutside, periodsTouched } from './month.ts'

const YEARS_ADDRESS = '/days/index.html'

const yearLink = (day: string | undefined): Link | undefined =>
  day === undefined ? undefined : { text: formatDate(day.slice(0, 4)), href: yearAddress(day) }

/** Twelve months; one in which nothing came out leads nowhere. */
function monthsPart(year: string, days: readonly Tally[], href: string | undefined): CalendarPart {
  const counts = new Map(monthsOf(days).map(({ key, count }) => [key, count]))
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const count = counts.get(month) ?? 0
    return { text: `${index + 1}月`, count, ...(count === 0 ? {} : { href: monthAddress(month) }) }
  })
  return { kind: 'months', label: formatDate(year), href, months }
}

export const yearKind: PageKind<CalendarPage> = {
  keys: (catalogue) => monthsOf(catalogue.tallies('day'), 4).map(({ key }) => key),
  address: yearAddress,
  model: (year, catalogue) => {
    const days = catalogue.tallies('day', year)
    if (days.length === 0) return undefined
    const site = siteModel(catalogue)
    const { before, after } = daysOutside(year, catalogue)
    return {
      site,
      address: yearAddress(year),
      canonical: canonicalOf(site.origin, yearAddress(year)),
      path: [{ text: '日历', href: YEARS_ADDRESS }],
      title: formatDate(year),
      total: totalOf(days),
      earlier: yearLink(before),
      later: yearLink(after),
      parts: [monthsPart(year, days, undefined)],
      listing: undefined,
    }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? periodsTouched(versionsOf(change), 4, catalogue) : []
  },
}

/** Newest year first. */
export const yearsKind: PageKind<CalendarPage> = {
  keys: () => [''],
  address: () => YEARS_ADDRESS,
  model: (_key, catalogue) => {
    const site = siteModel(catalogue)
    const years = [...Map.groupBy(catalogue.tallies('day'), ({ key }) => key.slice(0, 4))].toReversed()
    return {
      site,
      address: YEARS_ADDRESS,
      canonical: canonicalOf(site.origin, YEARS_ADDRESS),
      path: [],
      title: '日历',
      total: catalogue.count('all', ''),
      earlier: undefined,
      later: undefined,
      parts: years.map(([year, days]) => monthsPart(year, days, yearAddress(year))),
      listing: undefined,
    }
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? [''] : []
  },
}
