/**
 * The whole site as page models: what Eleventy is given to print.
 *
 *   pressArchive(documents, now)  →  { front, articles: [...], tombstones: [...], people: [...], channels: [...], sources: [...], pictures: [...] }
 *
 * Throws AddressError when two documents claim one address, or one lies outside the rule; nothing is printed then, for whichever
 * page would win, the other would be lost.
 */
import { isAddress } from '../../sanity/schema/address.ts'
import { formatDay } from '../text/dates.ts'
import { articlePage, type ArticlePage } from './article.ts'
import type { ArticleDocument, Documents } from './documents.ts'
import { canonicalOf, channelAddress, channelLink, sourceAddress } from './links.ts'
import { byNewest, listingOf, type ListingPage } from './listing.ts'
import { personPages, type PersonPage } from './people.ts'
import { pictureAddress, type PictureFile } from './picture.ts'
import { byOrder, channelPath, shelve, type Shelf, type SiteModel } from './shelf.ts'

export interface Archive {
  site: SiteModel
  front: ListingPage
  articles: ArticlePage[]
  tombstones: TombstonePage[]
  people: PersonPage[]
  channels: ListingPage[]
  sources: ListingPage[]
  pictures: PictureFile[]
}

/** What stands at the address of an article that was withdrawn. */
export interface TombstonePage {
  site: SiteModel
  address: string
  date?: string | undefined
  reason?: string | undefined
}

/** Two pages cannot be served at one address, and none outside the site. */
export class AddressError extends Error {
  override name = 'AddressError'
}

/** Documents and the present instant in (embargoes are held against it), every page model out. */
export function pressArchive(documents: Documents, now: Date): Archive {
  checkAddresses(documents.articles)
  const out = documents.articles.filter(({ embargo }) => embargo === undefined || new Date(embargo) <= now)
  const printed = out.filter(({ withdrawn }) => withdrawn === undefined).toSorted(byNewest)
  const shelf = shelve({ ...documents, articles: printed })
  return {
    site: shelf.site,
    front: frontPage(printed, shelf),
    articles: printed.map((article) => articlePage(article, shelf)),
    tombstones: out.flatMap(({ address, withdrawn }) =>
      withdrawn === undefined ? [] : [tombstone(address, withdrawn, shelf)],
    ),
    people: personPages(printed, shelf),
    channels: channelPages(printed, shelf),
    sources: sourcePages(printed, shelf),
    pictures: picturesOf(printed, shelf),
  }
}

function checkAddresses(articles: readonly ArticleDocument[]): void {
  const held = new Map<string, string>()
  for (const { _id, address, title } of articles) {
    if (!isAddress(address)) {
      throw new AddressError(
        `expected an address such as /2024/0602/a1.html, found “${address}” in article ${_id} (${title}); mend it in the Studio and build again`,
      )
    }
    const key = address.normalize('NFC').toLowerCase()
    const holder = held.get(key)
    if (holder !== undefined) {
      throw new AddressError(
        `expected one article at ${address}, found two: ${holder} and ${_id} (${title}); give one of them another address and build again`,
      )
    }
    held.set(key, _id)
  }
}

function frontPage(articles: readonly ArticleDocument[], shelf: Shelf): ListingPage {
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

function channelPages(articles: readonly ArticleDocument[], shelf: Shelf): ListingPage[] {
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

function sourcePages(articles: readonly ArticleDocument[], shelf: Shelf): ListingPage[] {
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
      home: source.home,
      children: [],
      listings: [listingOf('稿件', grouped.get(source._id) ?? [], shelf)],
    }
  })
}

function tombstone(
  address: string,
  { date, reason }: NonNullable<ArticleDocument['withdrawn']>,
  { site }: Shelf,
): TombstonePage {
  return {
    site,
    address,
    date: date === undefined ? undefined : formatDay(date),
    reason,
  }
}

/** The pictures that a printed page shows, and no others: a withdrawn article's pictures leave the site with it. */
function picturesOf(articles: readonly ArticleDocument[], shelf: Shelf): PictureFile[] {
  const shown = [
    ...articles.flatMap(({ pictures }) => (pictures ?? []).map(({ image }) => image.asset?._ref)),
    ...[...shelf.profiles.values()].map(({ portrait }) => portrait?.asset?._ref),
  ]
  return [...new Set(shown)].flatMap((ref) => {
    const asset = shelf.pictures.get(ref ?? '')
    return asset === undefined ? [] : [{ address: pictureAddress(asset), asset }]
  })
}
