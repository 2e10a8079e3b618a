/**
 * Lists of articles by day, newest first: what the front page, a channel, a source and a person's page show.
 *
 *   daysOf(articles)  →  [{ day: '2024-06-02', label: '2024年6月2日', entries: [{ kicker, title, href, time: '08:30' }, …] }, …]
 */
import { dayOf, formatDay, formatMinute } from '../text/dates.ts'
import type { ArticleDocument } from './documents.ts'
import { hrefOf, type Link } from './links.ts'
import type { Shelf, SiteModel } from './shelf.ts'

export interface Entry {
  href: string
  kicker?: string | undefined
  title: string
  time: string
  source?: string | undefined
}

export interface Day {
  day: string
  label: string
  entries: Entry[]
}

/** A list under a heading; `total` is the number of all, of which the newest are shown. */
export interface Listing {
  label: string
  total: number
  days: Day[]
}

export interface ListingPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  path: Link[]
  title: string
  /** A line under the title: kind of a source, or how many articles. */
  note?: string | undefined
  home?: string | undefined
  children: Link[]
  listings: Listing[]
}

/** At most so many on one page, so that it stays within TCP's first flight of 14,000 bytes; days and months are to come. */
const MOST_ENTRIES = 48

/** By code unit: a collation would cost ten times as much and order no ISO date otherwise. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Newest first; equal minutes by address, so that every build has one order. */
export const byNewest = (a: ArticleDocument, b: ArticleDocument): number =>
  compare(b.publishedAt, a.publishedAt) || compare(a.address, b.address)

/** Articles in (newest first), the listing out. */
export function listingOf(label: string, articles: readonly ArticleDocument[], shelf: Shelf): Listing {
  const days: Day[] = []
  for (const article of articles.slice(0, MOST_ENTRIES)) {
    const day = dayOf(article.publishedAt)
    if (days.at(-1)?.day !== day) days.push({ day, label: formatDay(article.publishedAt), entries: [] })
    days.at(-1)?.entries.push(entryOf(article, shelf))
  }
  return { label, total: articles.length, days }
}

function entryOf(article: ArticleDocument, shelf: Shelf): Entry {
  const source = shelf.sources.get(article.source?._ref ?? '')?.name
  return {
    href: hrefOf(article.address),
    kicker: article.kicker,
    title: article.title,
    time: formatMinute(article.publishedAt).slice(-5),
    source,
  }
}
