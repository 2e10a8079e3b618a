/**
 * A topic: what is bound together by recommendations. An article that several others recommend has a page with all of them.
 *
 *   topicKind.model('article-qudao', catalogue)  →  { title: '把渠修到田头', listings: [{ label: '专题稿件', total: 5, … }], … }
 */
import { byNewest, type Catalogue, type Head } from '../catalogue.ts'
import { keysIn } from '../entries.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, hrefOf, topicAddress } from '../links.ts'
import { LIST_ROOM, listingOf, MOST_HEADS, type ListingPage } from '../listing.ts'
import { siteModel } from '../site.ts'
import { idOf, isEverywhere, keysTouched } from '../touch.ts'

/** One recommendation is an aside, two are a topic. */
const LEAST = 2

export const isTopic = (id: string, catalogue: Catalogue): boolean => catalogue.count('recommends', id) >= LEAST

export const topicKind: PageKind<ListingPage> = {
  keys: (catalogue) =>
    catalogue.tallies('recommends').flatMap(({ key }) => (headIn(key, catalogue) === undefined ? [] : [key])),
  address: topicAddress,
  model: (id, catalogue) => {
    const head = headIn(id, catalogue)
    if (head === undefined) return undefined
    const site = siteModel(catalogue)
    const heads = boundTo(head, catalogue)
    return {
      site,
      address: topicAddress(id),
      canonical: canonicalOf(site.origin, topicAddress(id)),
      path: [{ text: head.title, href: hrefOf(head.address) }],
      title: `专题：${head.title}`,
      children: [],
      listings: [listingOf('相互推荐的稿件', heads, { total: heads.length, room: LIST_ROOM }, catalogue)],
      periods: [],
    }
  },
  // The article's own topic, those that it belongs to by recommending, and those whose article recommends it.
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type !== 'article') return []
    const recommending = catalogue.list('recommends', idOf(change)).map(({ id }) => id)
    return [...new Set([idOf(change), ...keysTouched(change, 'recommends'), ...recommending])]
  },
}

/** The article of a topic, while it can be read and enough others recommend it. */
function headIn(id: string, catalogue: Catalogue): Head | undefined {
  const head = isTopic(id, catalogue) ? catalogue.head(id) : undefined
  return head?.withdrawn === false ? head : undefined
}

/** Itself, what it recommends and what recommends it, newest first; without sources, so that none that is renamed touches topics. */
function boundTo(head: Head, catalogue: Catalogue): Head[] {
  const article = catalogue.article(head.id)
  const own = article === undefined ? [] : keysIn('recommends', article).flatMap((id) => catalogue.head(id) ?? [])
  const others = catalogue.list('recommends', head.id, MOST_HEADS)
  const byId = new Map([head, ...own.filter(({ withdrawn }) => !withdrawn), ...others].map((one) => [one.id, one]))
  return [...byId.values()].toSorted(byNewest).map((one) => ({ ...one, source: undefined }))
}
