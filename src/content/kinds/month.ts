/**
 * A month's page: a calendar whose days lead to what came out on them.
 *
 *   monthKind.model('2024-06', catalogue)  →  { title: '2024年6月', total: 17, parts: [{ kind: 'days', weeks: […] }], … }
 */
import { dayOf, formatDate } from '../../text/dates.ts'
import { monthsOf, totalOf, weeksOf, type CalendarPage } from '../calendar.ts'
import type { Catalogue, Head, Tally } from '../catalogue.ts'
import { monthOf } from '../entries.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, monthAddress, yearAddress, type Link } from '../links.ts'
import { LIST_ROOM, listingOf, MOST_HEADS } from '../listing.ts'
import { siteModel } from '../site.ts'
import { touchedThrough, versionsOf } from '../touch.ts'

const monthLink = (day: string | undefined): Link | undefined =>
  day === undefined ? undefined : { text: formatDate(day.slice(0, 7)), href: monthAddress(day) }

export const monthKind: PageKind<CalendarPage> = {
  keys: (catalogue) => monthsOf(catalogue.tallies('day')).map(({ key }) => key),
  address: monthAddress,
  model: (month, catalogue) => {
    const tallies = catalogue.tallies('day', month)
    if (tallies.length === 0) return undefined
    const site = siteModel(catalogue)
    const { before, after } = daysOutside(month, catalogue)
    return {
      site,
      address: monthAddress(month),
      canonical: canonicalOf(site.origin, monthAddress(month)),
      path: [
        { text: '日历', href: '/days/index.html' },
        { text: formatDate(month.slice(0, 4)), href: yearAddress(month) },
      ],
      title: formatDate(month),
      total: totalOf(tallies),
      earlier: monthLink(before),
      later: monthLink(after),
      parts: [{ kind: 'days', label: formatDate(month), weeks: weeksOf(month, tallies) }],
      listing: listingOf('稿件', newestIn(tallies, catalogue), { total: totalOf(tallies), room: ROOM }, catalogue),
    }
  },
  touched: (change, catalogue) => {
    const own = touchedThrough(change, catalogue, ({ publishedAt }) => [monthOf(publishedAt)])
    if (own === ALL || change.type !== 'article') return own
    return periodsTouched(versionsOf(change), 7, catalogue)
  },
}

/** What the calendar itself weighs, in bytes, is no room for headlines. */
const ROOM = LIST_ROOM - 3500

/** The newest of the month, day by day from the last, until a page is full. */
function newestIn(days: readonly Tally[], catalogue: Catalogue): Head[] {
  const heads: Head[] = []
  for (const { key } of days.toReversed()) {
    if (heads.length >= MOST_HEADS) break
    heads.push(...catalogue.list('day', key, MOST_HEADS))
  }
  return heads
}

/** The last day before a month or year on which something came out, and the first after it. */
export const daysOutside = (period: string, catalogue: Catalogue) => ({
  before: catalogue.beside('day', period).before,
  after: catalogue.beside('day', `${period}-99`).after,
})

/** The periods (7 letters a month, 4 a year) of articles, and those beside them, which lead to them. */
export function periodsTouched(
  articles: readonly { publishedAt: string }[],
  length: number,
  catalogue: Catalogue,
): string[] {
  const own = new Set(articles.map(({ publishedAt }) => dayOf(publishedAt).slice(0, length)))
  const beside = [...own].flatMap((period) => {
    const { before, after } = daysOutside(period, catalogue)
    return [before, after].flatMap((day) => day?.slice(0, length) ?? [])
  })
  return [...new Set([...own, ...beside])]
}
