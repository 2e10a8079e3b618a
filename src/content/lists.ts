/**
 * The pages that are lists: front page, channels with what stands below them, sources.
 *
 *   channelPages(articles, shelf)  →  [{ title: '乡村', path: [要闻], children: [农时], listings: [{ label: '稿件', total: 3, … }] }, …]
 */
import type { ArticleDocument } from './documents.ts'
import { canonicalOf, channelAddress, channelLink, sourceAddress, webAddress } from './links.ts'
import { byNewest, listingOf, type ListingPage } from './listing.ts'
import { byOrder, channelPath, type Shelf } from './shelf.ts'

/** Articles (newest first) and the shelf in, the page out; likewise below. */
export function frontPage(articles: readonly ArticleDocument[], shelf: Shelf): ListingPage {
  return {
    site: shelf.site,
    address: '/index.html',
    canonical: canonicalOf(shelf.site.origin, '/'),
    path: [],
    title: shelf.site.title,
    children: [],
    listings: [listingOf('最新', articles, shelf)],
  }
}

export function channelPages(articles: readonly ArticleDocument[], shelf: Shelf): ListingPage[] {
  const grouped = Map.groupBy(articles, ({ channel }) => channel?._ref)
  const channels = [...shelf.channels.values()]
  return channels.map((channel) => {
    const children = channels.filter(({ parent }) => parent?._ref === channel._id).toSorted(byOrder)
    const below = [channel, ...children].flatMap(({ _id }) => grouped.get(_id) ?? []).toSorted(byNewest)
    const address = channelAddress(channel.path)
    return {
      site: shelf.site,
      address,
      canonical: canonicalOf(shelf.site.origin, address),
      path: channelPath(shelf, channel.parent?._ref),
      title: channel.name,
      children: children.map(channelLink),
      listings: [listingOf('稿件', below, shelf)],
    }
  })
}

const SOURCE_KINDS = {
  newspaper: '报纸',
  agency: '通讯社',
  website: '网站',
  broadcaster: '广播电视',
  magazine: '杂志',
  desk: '部门',
  other: '',
} as const

export function sourcePages(articles: readonly ArticleDocument[], shelf: Shelf): ListingPage[] {
  const grouped = Map.groupBy(articles, ({ source }) => source?._ref)
  return [...shelf.sources.values()].map((source) => {
    const address = sourceAddress(source._id)
    return {
      site: shelf.site,
      address,
      canonical: canonicalOf(shelf.site.origin, address),
      path: [],
      title: source.name,
      note: SOURCE_KINDS[source.kind ?? 'other'],
      home: webAddress(source.home),
      children: [],
      listings: [listingOf('稿件', grouped.get(source._id) ?? [], shelf)],
    }
  })
}
