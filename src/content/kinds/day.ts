/**
 * A day's page: every article of it.
 *
 *   dayKind.model('2024-06-02', catalogue)  →  { title: '2024年6月2日', earlier: { text: '2024年6月1日', href: … }, listings: […], … }
 */
import { dayOf, formatDate } from '../../text/dates.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, dayAddress, monthAddress, yearAddress, type Link } from '../links.ts'
import { listingOf, type ListingPage } from '../listing.ts'
import { siteModel } from '../site.ts'
import { keysTouched, touchedThrough } from '../touch.ts'

const dayLink = (day: string | undefined): Link | undefined =>
  day === undefined ? undefined : { text: formatDate(day), href: dayAddress(day) }

export const dayKind: PageKind<ListingPage> = {
  keys: (catalogue) => catalogue.tallies('day').map(({ key }) => key),
  address: dayAddress,
  model: (day, catalogue) => {
    const heads = catalogue.list('day', day)
    if (heads.length === 0) return undefined
    const site = siteModel(catalogue)
    const { before, after } = catalogue.beside('day', day)
    return {
      site,
      address: dayAddress(day),
      canonical: canonicalOf(site.origin, dayAddress(day)),
      path: [
        { text: '日历', href: '/days/index.html' },
        { text: formatDate(day.slice(0, 4)), href: yearAddress(day) },
        { text: formatDate(day.slice(0, 7)), href: monthAddress(day) },
      ],
      title: formatDate(day),
      children: [],
      listings: [listingOf('当日稿件', heads, { total: heads.length }, catalogue)],
      periods: [],
      earlier: dayLink(before),
      later: dayLink(after),
    }
  },
  touched: (change, catalogue) => {
    const days = touchedThrough(change, catalogue, ({ publishedAt }) => [dayOf(publishedAt)])
    if (days === ALL || change.type !== 'article') return days
    const beside = keysTouched(change, 'day').flatMap((day) => {
      const { before, after } = catalogue.beside('day', day)
      return [before, after].filter((one) => one !== undefined)
    })
    return [...new Set([...days, ...beside])]
  },
}
