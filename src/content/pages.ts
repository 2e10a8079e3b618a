/**
 * The whole site as page models: what Eleventy is given to print.
 *
 *   pressArchive(documents, now)  →  { front, articles: [...], tombstones: [...], people: [...], channels: [...], sources: [...], pictures: [...] }
 *
 * Throws AddressError (./addresses.ts) when two documents claim one address, or one lies outside the rule.
 */
import { formatDay } from '../text/dates.ts'
import { checkAddresses } from './addresses.ts'
import { articlePage, type ArticlePage } from './article.ts'
import type { ArticleDocument, Documents } from './documents.ts'
import { checkInstants } from './instants.ts'
import { byNewest, type ListingPage } from './listing.ts'
import { channelPages, frontPage, sourcePages } from './lists.ts'
import { personPages, type PersonPage } from './people.ts'
import { pictureAddress, type PictureFile } from './picture.ts'
import { shelve, type Shelf, type SiteModel } from './shelf.ts'

export interface Archive {
  site: SiteModel
  front: ListingPage
  /** Each made when it is printed, for ten thousand of them kept at once are a burden on memory. */
  articles: { address: string; page: () => ArticlePage }[]
  tombstones: TombstonePage[]
  people: PersonPage[]
  channels: ListingPage[]
  sources: ListingPage[]
  pictures: PictureFile[]
  /** Which revision of each article this build printed: the Studio's badge compares it with its own. */
  live: Record<string, string>
}

/** What stands at the address of an article that was withdrawn. */
export interface TombstonePage {
  site: SiteModel
  address: string
  date?: string | undefined
  reason?: string | undefined
}

/** Documents and the present instant in (embargoes are held against it), every page model out. */
export function pressArchive(documents: Documents, now: Date): Archive {
  checkAddresses(documents)
  checkInstants(documents.articles)
  const out = documents.articles.filter(({ embargo }) => embargo === undefined || new Date(embargo) <= now)
  const printed = out.filter(({ withdrawn }) => withdrawn === undefined).toSorted(byNewest)
  const shelf = shelve({ ...documents, articles: printed })
  return {
    site: shelf.site,
    front: frontPage(printed, shelf),
    articles: printed.map((article) => ({ address: article.address, page: () => articlePage(article, shelf) })),
    tombstones: out.flatMap(({ address, withdrawn }) =>
      withdrawn === undefined ? [] : [tombstone(address, withdrawn, shelf)],
    ),
    people: personPages(printed, shelf),
    channels: channelPages(printed, shelf),
    sources: sourcePages(printed, shelf),
    pictures: picturesOf(printed, shelf),
    live: Object.fromEntries(printed.map(({ _id, _rev }) => [_id, _rev])),
  }
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
