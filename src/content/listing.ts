/**
 * Lists of articles by day, newest first: what the front page, a day, a channel, a source and a person's page show.
 *
 *   listingOf('稿件', heads, { total: 61, room: 9000 }, catalogue)
 *     →  { label: '稿件', total: 61, days: [{ day: '2024-06-02', label: '2024年6月2日', href: '/days/2024/0602.html', entries: [{ kicker, title, href, time: '08:30' }, …] }, …] }
 *
 * A list is cut where its bytes would carry the page over TCP's first flight (PAGE_BYTES); what is older stands on the pages of days,
 * months and years, never on a “page 2”, which every publish would change.
 */
import { dayOf, formatDay, formatMinute } from '../text/dates.ts'
import type { Catalogue, Head } from './catalogue.ts'
import { dayAddress, hrefOf, type Link } from './links.ts'
import type { SiteModel } from './site.ts'

export interface Entry {
  href: string
  kicker?: string | undefined
  title: string
  time: string
  source?: string | undefined
}

/** Days that stand under no heading of their own are one list, each entry with its day (`06-02`) where others have the minute. */
export interface Day {
  day: string
  label?: string
  href?: string
  entries: Entry[]
}

/** A list under a heading; `total` is the number of all, of which the newest are shown. */
export interface Listing {
  label: string
  total: number
  days: Day[]
}

/** A year and the months of it that have a page of their own; or a month and the parts of it. */
export interface Period {
  label: string
  links: (Link & { count: number })[]
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
  periods: Period[]
  /** The narrower periods that hold the whole of a list which is cut. */
  within?: Period | undefined
  earlier?: Link | undefined
  later?: Link | undefined
  /** JSON-LD of what the page is of, where it is of something. */
  data?: object | undefined
}

/** What a page may weigh uncompressed: TCP's first flight of ten segments, less the answer's headers. */
const PAGE_BYTES = 14_000
/** What shell, style sheet, headings and the way to older pages weigh, measured on the sample with a reserve (test/site/pages). */
const AROUND = 7300
export const LIST_ROOM = PAGE_BYTES - AROUND

/** The room that is left beside the way to so many months, in bytes. */
export const roomBeside = (months: number): number => Math.max(LIST_ROOM / 4, LIST_ROOM - months * 80)

/** The markup around one entry's words, and around a day's heading. */
const ENTRY = 82
const DAY = 96

export const namesIn =
  (catalogue: Pick<Catalogue, 'source'>): SourceNames =>
  (id) =>
    catalogue.source(id)?.name

const encoder = new TextEncoder()
/** Lists are weighed by the thousand: one room for all, which a headline hardly ever outgrows. */
const scratch = new Uint8Array(1024)

/** Bytes of a text in UTF-8, of which a letter takes three at most. */
function bytes(text: string | undefined): number {
  if (text === undefined) return 0
  return text.length * 3 <= scratch.length ? encoder.encodeInto(text, scratch).written : encoder.encode(text).length
}

/** The id of a source in, its name out. */
export type SourceNames = (id: string) => string | undefined

const entryWeight = ({ kicker, title, address, source }: Head, names: SourceNames): number =>
  ENTRY + bytes(kicker) + bytes(title) + bytes(hrefOf(address)) + bytes(names(source ?? ''))

/** What a list of so many heads weighs, in bytes. */
export const weightOf = (heads: readonly Head[], names: SourceNames, flat: boolean): number =>
  heads.reduce((sum, head) => sum + entryWeight(head, names), 0) +
  (flat ? 0 : DAY * new Set(heads.map(({ publishedAt }) => dayOf(publishedAt))).size)

/** Heads (newest first) in, as many of the first as the room holds out; at least one, or a long headline would hide all. */
function fitting(heads: readonly Head[], room: number, names: SourceNames, flat: boolean): Head[] {
  let left = room
  let day = ''
  const fit: Head[] = []
  for (const head of heads) {
    const own = dayOf(head.publishedAt)
    left -= entryWeight(head, names) + (flat || own === day ? 0 : DAY)
    if (left < 0 && fit.length > 0) break
    day = own
    fit.push(head)
  }
  return fit
}

/** For lists that print no source: one that is renamed then touches none of them. */
export const withoutSource = (head: Head): Head => ({ ...head, source: undefined })

/** Enough heads to fill any page: an entry weighs 150 bytes at the least. */
export const MOST_HEADS = 60

interface Extent {
  total: number
  /** Bytes; without it all of them are shown. */
  room?: number
  /** Whether days have no headings: in the month of a person there is hardly more than one article under each. */
  flat?: boolean
}

/** Heads in (newest first), the listing out. */
export function listingOf(
  label: string,
  heads: readonly Head[],
  { total, room, flat = false }: Extent,
  catalogue: Catalogue,
): Listing {
  const days: Day[] = []
  for (const head of room === undefined ? heads : fitting(heads, room, namesIn(catalogue), flat)) {
    const day = dayOf(head.publishedAt)
    if (days.length === 0 || (!flat && days.at(-1)?.day !== day))
      days.push({ day, ...(flat ? {} : { label: formatDay(head.publishedAt), href: dayAddress(day) }), entries: [] })
    days.at(-1)?.entries.push({ ...entryOf(head, catalogue), ...(flat ? { time: day.slice(5) } : {}) })
  }
  return { label, total, days }
}

export function entryOf({ address, kicker, title, publishedAt, source }: Head, catalogue: Catalogue): Entry {
  return {
    href: hrefOf(address),
    kicker,
    title,
    time: formatMinute(publishedAt).slice(-5),
    source: catalogue.source(source ?? '')?.name,
  }
}

/** `periodsOf([{ key: '2024-05', count: 3 }, { key: '2024-06', count: 7 }], address)` → `[{ label: '2024年', links: [6月, 5月] }]`, newest first. */
export function periodsOf(
  months: readonly { key: string; count: number }[],
  address: (month: string) => string,
): Period[] {
  const years = Map.groupBy(months.toReversed(), ({ key }) => key.slice(0, 4))
  return [...years].map(([year, own]) => ({
    label: `${year}年`,
    links: own.map(({ key, count }) => ({ text: `${Number(key.slice(5, 7))}月`, href: hrefOf(address(key)), count })),
  }))
}
