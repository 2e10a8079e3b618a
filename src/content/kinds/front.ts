/**
 * The front page: the newest day and those before it, then each channel's newest.
 *
 *   frontKind.model('', catalogue)  →  { title: '禾风网', listings: [{ label: '最新', total: 61, days: […] }], … }
 */
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf } from '../links.ts'
import { LIST_ROOM, listingOf, MOST_HEADS, type ListingPage } from '../listing.ts'
import { siteModel } from '../site.ts'
import { touchedHeads } from '../touch.ts'

export const frontKind: PageKind<ListingPage> = {
  keys: () => [''],
  address: () => '/index.html',
  model: (_key, catalogue) => {
    const site = siteModel(catalogue)
    const extent = { total: catalogue.count('all', ''), room: LIST_ROOM }
    return {
      site,
      address: '/index.html',
      canonical: canonicalOf(site.origin, '/'),
      path: [],
      title: site.title,
      children: [],
      listings: [listingOf('最新', catalogue.list('all', '', MOST_HEADS), extent, catalogue)],
      periods: [],
    }
  },
  touched: (change, catalogue) => {
    const heads = touchedHeads(change, catalogue)
    if (heads === ALL) return ALL
    return heads.length > 0 ? [''] : []
  },
}
