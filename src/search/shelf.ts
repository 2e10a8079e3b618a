/**
 * The index as far as it was fetched: shards and rows, each asked for once.
 *
 *   const shelf = openShelf('201601-32-9 201905-1-5', read)
 *   await shelf.articlesOf(segment, '渠修')   →  [3, 17]           articles that hold a term beginning so, oldest first
 *   await shelf.row(segment, 17)             →  { title: …, … }
 *   shelf.forget()                           drops what was fetched, for the archive was published anew
 */
import type { Row } from './entry.ts'
import { parseRows, ROWS_A_FILE } from './rows.ts'
import { parseMap, rowsName, shardName, type Segment } from './segments.ts'
import { parseShard, type Posting } from './shard.ts'
import { shardOf } from './terms.ts'

/** A file's name in, its bytes as they were before compression out. Rejects when it cannot be had. */
export type Read = (name: string) => Promise<Uint8Array>

export interface Shelf {
  /** Newest first. */
  segments: Segment[]
  /** All terms of the shard that would hold the term. */
  postings(segment: Segment, term: string): Promise<Posting[]>
  /** Articles that hold the term, or one that begins with it. */
  articlesOf(segment: Segment, term: string, whole?: boolean): Promise<number[]>
  row(segment: Segment, article: number): Promise<Row | undefined>
  forget(): void
}

export function openShelf(map: string, read: Read): Shelf {
  const shards = new Map<string, Promise<Posting[]>>()
  const files = new Map<string, Promise<Row[]>>()
  const decoder = new TextDecoder()
  const postings = (segment: Segment, term: string): Promise<Posting[]> =>
    once(shards, shardName(segment, shardOf(term, segment.shards)), async (name) => parseShard(await read(name)))
  return {
    segments: parseMap(map).toReversed(),
    postings,
    articlesOf: async (segment, term, whole = false) => {
      const held = (await postings(segment, term)).filter(([one]) => (whole ? one === term : one.startsWith(term)))
      return united(held.map(([, articles]) => articles))
    },
    row: async (segment, article) => {
      const rows = await once(files, rowsName(segment, article), async (name) =>
        parseRows(decoder.decode(await read(name))),
      )
      return rows[article % ROWS_A_FILE]
    },
    forget: () => {
      shards.clear()
      files.clear()
    },
  }
}

/** A file that could not be had is asked for again the next time. */
function once<T>(kept: Map<string, Promise<T>>, name: string, make: (name: string) => Promise<T>): Promise<T> {
  const known = kept.get(name)
  if (known !== undefined) return known
  const made = make(name).catch((error: unknown) => {
    kept.delete(name)
    throw error
  })
  kept.set(name, made)
  return made
}

/** Ascending lists in, one ascending list of all out. */
export function united(lists: readonly (readonly number[])[]): number[] {
  const [only] = lists
  if (lists.length === 1 && only !== undefined) return [...only]
  return [...new Set(lists.flat())].toSorted((a, b) => a - b)
}

/** What stands in every list. */
export function shared(lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  const sets = others.map((list) => new Set(list))
  return first.filter((article) => sets.every((set) => set.has(article)))
}
