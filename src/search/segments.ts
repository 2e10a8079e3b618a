/**
 * The index of an archive: segments by time (./spans.ts), each in shards by term and files of rows.
 *
 *   const { map, segments } = planIndex(entries)   →  map: '201601-32-9 201809-8-7 201905-1-5'
 *   filesOf(segment, letters)                      →  { '201905-1/s00' → bytes, …, '201905-1/r0' → bytes, … }
 *
 * The map is all that a reader's browser must know beforehand: per segment its first month, its months and its shards as a power of
 * two. File names carry no digest, so that a new article changes the files that hold its words and nothing that points to them.
 */
import { termsOf, rowOf, type SearchEntry } from './entry.ts'
import type { Letters } from './fold.ts'
import { formatRows, ROWS_A_FILE } from './rows.ts'
import { formatShard, type Posting } from './shard.ts'
import { formatMonth, monthOf, spansOf, type Span } from './spans.ts'
import { shardOf } from './terms.ts'

export interface Segment extends Span {
  shards: number
}

interface Planned extends Segment {
  /** Oldest first. */
  entries: SearchEntry[]
}

/** So many that a shard has one or two kilobytes on the wire: the more articles, the more of their terms are known ones. */
const shardsFor = (articles: number): number => 2 ** Math.ceil(Math.log2(1.1 * articles ** 0.75))

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Entries in any order in; the map and the segments with their entries, oldest first, out. */
export function planIndex(entries: readonly SearchEntry[]): { map: string; segments: Planned[] } {
  const sorted = entries.toSorted((a, b) => compare(a.shown, b.shown) || compare(a.id, b.id))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return { map: '', segments: [] }
  const byMonth = Map.groupBy(sorted, ({ shown }) => monthOf(shown))
  const segments = spansOf(monthOf(first.shown), monthOf(last.shown)).flatMap((span) => {
    const held: SearchEntry[] = []
    for (let month = span.from; month < span.from + span.months; month += 1) held.push(...(byMonth.get(month) ?? []))
    return held.length === 0 ? [] : [{ ...span, shards: shardsFor(held.length), entries: held }]
  })
  return { map: formatMap(segments), segments }
}

const formatMap = (segments: readonly Segment[]): string =>
  segments.map((segment) => `${nameOf(segment)}-${Math.log2(segment.shards)}`).join(' ')

/** The pair; parts that are none of ours are left out. */
export function parseMap(map: string): Segment[] {
  return map.split(' ').flatMap((part) => {
    const [, year, month, months, power] = /^(\d{4})(\d{2})-(\d{1,3})-(\d{1,2})$/u.exec(part) ?? []
    if (power === undefined) return []
    return [{ from: Number(year) * 12 + Number(month) - 1, months: Number(months), shards: 2 ** Number(power) }]
  })
}

/** The folder of a segment: `201601-32`. */
const nameOf = ({ from, months }: Span): string => `${formatMonth(from)}-${months}`

export const shardName = (segment: Segment, shard: number): string => `${nameOf(segment)}/s${shard}`
export const rowsName = (segment: Segment, article: number): string =>
  `${nameOf(segment)}/r${Math.floor(article / ROWS_A_FILE)}`

/** One segment in, its files by name out, not yet compressed. */
export function* filesOf(segment: Planned, letters: Letters): Generator<[name: string, bytes: Uint8Array | string]> {
  const { entries, shards } = segment
  const rows = entries.map(rowOf)
  for (let at = 0; at < rows.length; at += ROWS_A_FILE)
    yield [rowsName(segment, at), formatRows(rows.slice(at, at + ROWS_A_FILE))]
  const found = new Map<string, number[]>()
  entries.forEach((entry, article) => {
    const row = rows[article]
    if (row === undefined) return
    for (const term of termsOf(entry, row, letters)) {
      const articles = found.get(term)
      if (articles === undefined) found.set(term, [article])
      else articles.push(article)
    }
  })
  const sorted = Array.from({ length: shards }, (): Posting[] => [])
  for (const posting of found) sorted[shardOf(posting[0], shards)]?.push(posting)
  for (const [shard, postings] of sorted.entries())
    yield [shardName(segment, shard), formatShard(postings.toSorted((a, b) => compare(a[0], b[0])))]
}
