/**
 * The archive as every page model reads it: documents by id, and lists by index and key, newest first.
 *
 *   catalogue.list('day', '2024-06-02')             →  [{ id: 'article-a', title: '把渠修到田头', publishedAt: '2024-06-02T00:30:00.000Z', … }, …]
 *   catalogue.list('person', 'profile-shi-yan/reporter', 20)  →  the newest twenty that he reported
 *   catalogue.tallies('day', '2024-06')             →  [{ key: '2024-06-01', count: 8 }, { key: '2024-06-02', count: 7 }]
 *   catalogue.around('channel', 'channel-yaowen', head)  →  { newer: Head, older: Head }: its neighbours there
 *
 * Which article stands under which key of which index is said in entries.ts, and nowhere else. No question needs a look at all
 * articles, so that an answer costs the same in an archive of any size: memory.ts answers from arrays, src/store from SQLite.
 *
 * Not in the catalogue: drafts, and articles whose embargo lies ahead (`isHeld`). A withdrawn article is there for its tombstone only.
 */
import type {
  ArticleDocument,
  ChannelDocument,
  PictureDocument,
  ProfileDocument,
  SiteDocument,
  SourceDocument,
} from './documents.ts'
import type { Index } from './entries.ts'
import type { Version } from './versions.ts'

/** What a list prints of an article, and no more: a narrow row. */
export interface Head {
  id: string
  rev: string
  address: string
  /** In UTC with milliseconds, so that its letters sort as its instants do. */
  publishedAt: string
  kicker: string | undefined
  title: string
  /** Ids. */
  source: string | undefined
  channel: string | undefined
  withdrawn: boolean
}

export interface Tally {
  key: string
  count: number
}

/** Documents and arrays are the same objects from one question to the next as long as they are unchanged. */
export interface Catalogue {
  site(): SiteDocument | undefined
  /** All of them, for there are dozens. */
  channels(): readonly ChannelDocument[]
  sources(): readonly SourceDocument[]
  source(id: string): SourceDocument | undefined
  profile(id: string): ProfileDocument | undefined
  /** People by their whole name, by the first letter of it, or by the picture that is their portrait; in the order of ids. */
  profiles(by: ProfileIndex, key: string): readonly ProfileDocument[]
  /** Every first letter (or name, or portrait) and how many people stand under it, in the order of keys. */
  profileTallies(by: ProfileIndex): readonly Tally[]
  picture(id: string): PictureDocument | undefined
  /** The whole article, printed or withdrawn. */
  article(id: string): ArticleDocument | undefined
  head(id: string): Head | undefined
  /** What was made of an article before, as long as nothing changed that its page prints; made anew where nothing is kept of it. */
  kept?: (id: string, what: string, make: () => string) => string
  /** What readers could read of it before today's page, oldest first; none for nearly every article. */
  versions(id: string): readonly Version[]
  /** The ids of articles that have such. */
  versioned(): Iterable<string>
  /** Newest first (`byNewest`); at most `most` of them. */
  list(index: Index, key: string, most?: number): readonly Head[]
  count(index: Index, key: string): number
  /** Keys that begin with the prefix, in the order of their code units, each with what stands under it; none is empty. */
  tallies(index: Index, prefix?: string): readonly Tally[]
  /** The keys before and after one that itself need not be there, among those that begin with the prefix. */
  beside(index: Index, key: string, prefix?: string): { before: string | undefined; after: string | undefined }
  /** The neighbours of a place in a list; the head itself need not stand there (any more). */
  around(index: Index, key: string, head: Head): { newer: Head | undefined; older: Head | undefined }
}

export type ProfileIndex = 'name' | 'initial' | 'portrait'

/** A profile in, the keys under which `profiles(by, …)` finds it out. */
export const PROFILE_KEYS: Record<ProfileIndex, (profile: ProfileDocument) => string | undefined> = {
  name: ({ name }) => name,
  // A letter; what begins with none stands together under `#`.
  initial: ({ name }) => /^\p{L}/u.exec(name.trim())?.[0].toUpperCase() ?? '#',
  portrait: ({ portrait }) => portrait?.asset?._ref,
}

/** An instant that is none stays as it is: a build has refused it (instants.ts), a preview draws what it can. */
export function headOf({
  _id,
  _rev,
  address,
  publishedAt,
  kicker,
  title,
  source,
  channel,
  withdrawn,
}: ArticleDocument): Head {
  return {
    id: _id,
    rev: _rev,
    address,
    publishedAt: Number.isNaN(Date.parse(publishedAt)) ? publishedAt : new Date(publishedAt).toISOString(),
    kicker,
    title,
    source: source?._ref,
    channel: channel?._ref,
    withdrawn: withdrawn !== undefined,
  }
}

/** By code unit: a collation would cost ten times as much and order no ISO date otherwise. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The order of every list: newest first; equal instants by address, then by id, so that every build has one order. */
export const byNewest = (a: Head, b: Head): number =>
  compare(b.publishedAt, a.publishedAt) || compare(a.address, b.address) || compare(a.id, b.id)

/** Whether an article has to wait: its embargo lies after the present instant. */
export const isHeld = ({ embargo }: Pick<ArticleDocument, 'embargo'>, now: Date): boolean =>
  embargo !== undefined && new Date(embargo) > now
