/**
 * A day's page: every article of it; where they do not fit on one, the newest, and the others by the hour.
 *
 *   dayKind.model('2024-06-02', catalogue)  →  { title: '2024年6月2日', earlier: { text: '2024年6月1日', href: … }, listings: […], … }
 */
import { dayOf, formatDate } from '../../text/dates.ts'
import type { Catalogue } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, dayAddress, hourAddress, monthAddress, yearAddress, type Link } from '../links.ts'
import type { Listing, ListingPage } from '../listing.ts'
import { formatPeriod } from '../periods.ts'
import { rolledTouched } from '../rolledTouched.ts'
import { rolledPage, rolledPeriods, type Roll } from '../rolls.ts'
import { siteModel } from '../site.ts'
import { keysTouched, touchedThrough } from '../touch.ts'

const dayLink = (day: string | undefined): Link | undefined =>
  day === undefined ? undefined : { text: formatDate(day), href: dayAddress(day) }

export const dayKind: PageKind<ListingPage> = {
  keys: (catalogue) =>
    catalogue.tallies('day').flatMap(({ key }) => rolledPeriods(rollsOf(key, catalogue), key, catalogue)),
  address: hourAddress,
  model: (key, catalogue) => {
    const day = key.slice(0, 10)
    const rolled = rolledPage(rollsOf(day, catalogue), { whole: day, period: key }, hourAddress, catalogue)
    if (rolled === undefined) return undefined
    const { up, listings, ...lists } = rolled
    const site = siteModel(catalogue)
    const { before, after } = catalogue.beside('day', day)
    return {
      site,
      address: hourAddress(key),
      canonical: canonicalOf(site.origin, hourAddress(key)),
      path: [
        { text: '日历', href: '/days/index.html' },
        { text: formatDate(day.slice(0, 4)), href: yearAddress(day) },
        { text: formatDate(day.slice(0, 7)), href: monthAddress(day) },
        ...up,
      ],
      title: formatPeriod(key),
      children: [],
      periods: [],
      listings: listings.map(withoutDays),
      ...lists,
      ...(key === day ? { earlier: dayLink(before), later: dayLink(after) } : {}),
    }
  },
  touched: (change, catalogue) => {
    const days = touchedThrough(change, catalogue, ({ publishedAt }) => [dayOf(publishedAt)])
    if (days === ALL) return ALL
    const own = days.flatMap((day) =>
      rolledTouched(rollsOf(day, catalogue), { whole: day, index: 'day' }, change, catalogue),
    )
    if (change.type !== 'article') return own
    const beside = keysTouched(change, 'day').flatMap((day) => {
      const { before, after } = catalogue.beside('day', day)
      return [before, after].filter((one) => one !== undefined)
    })
    return [...new Set([...own, ...beside])]
  },
}

/** The page's own title says which day it is. */
const withoutDays = (listing: Listing): Listing => ({
  ...listing,
  days: listing.days.map(({ day, entries }) => ({ day, entries })),
})

const rollsOf = (day: string, catalogue: Catalogue): Roll[] => [
  { label: '当日稿件', keys: [day], heads: catalogue.list('day', day) },
]
