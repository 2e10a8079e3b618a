/**
 * The index of an archive: segments by time (./spans.ts), each in shards by term and files of rows.
 *
 *   const segments = segmentsOf(new Map([['2016-01', 240], …]))
 *   formatMap(segments)                        →  '201601-32-10 201809-8-9 201905-1-7'
 *   filesOf(segment, entries, letters)         →  ['201905-1/r0', '[[[…'], ['201905-1/s0', bytes], …
 *
 * The map is all that a reader's browser must know beforehand: per segment its first month, its months and its shards as a power of
 * two. It hangs on how many articles each month has, and hardly ever changes: file names carry no digest, so that a new article
 * changes the files that hold its words and nothing that points to them.
 */
import { rowOf, termsOf, textsOf, type SearchEntry } from './entry.ts'
import { foldText, type Letters } from './fold.ts'
import { gather } from './gather.ts'
import { formatRows, ROWS_A_FILE } from './rows.ts'
import { formatShard, type Posting } from './shard.ts'
import { formatMonth, monthOf, spansOf, type Span } from './spans.ts'
import { shardOf } from './terms.ts'

export interface Segment extends Span {
  shards: number
}

/** So many that a shard has one or two kilobytes on the wire: the more articles, the more of their terms are known ones. */
const shardsFor = (articles: number): number => 2 ** Math.ceil(Math.log2(1.1 * articles ** 0.75))

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Months `2016-01` and how many articles each has in, the segments that hold any out, oldest first. */
export function segmentsOf(counts: ReadonlyMap<string, number>): Segment[] {
  const months = [...counts].flatMap(([month, count]): [number, number][] =>
    count > 0 ? [[monthOf(month), count]] : [],
  )
  const held = new Map(months)
  const sorted = [...held.keys()].toSorted((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  return spansOf(first, last).flatMap((span) => {
    let articles = 0
    for (let month = span.from; month < span.from + span.months; month += 1) articles += held.get(month) ?? 0
    return articles === 0 ? [] : [{ ...span, shards: shardsFor(articles) }]
  })
}

/** Of all segments the one that holds a month (`2016-01`, or an instant as the page's clock shows it). */
export const segmentWith = (segments: readonly Segment[], month: string): Segment | undefined =>
  segments.find(({ from, months }) => monthOf(month) >= from && monthOf(month) < from + months)

export const formatMap = (segments: readonly Segment[]): string =>
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

/** A segment and its entries in any order in, its files by name out, not yet compressed. */
export function* filesOf(
  segment: Segment,
  entries: readonly SearchEntry[],
  letters: Letters,
): Generator<[name: string, bytes: Uint8Array | string]> {
  const { shards } = segment
  const sorted = entries.toSorted((a, b) => compare(a.shown, b.shown) || compare(a.id, b.id))
  const rows = sorted.map(rowOf)
  for (let at = 0; at < rows.length; at += ROWS_A_FILE)
    yield [rowsName(segment, at), formatRows(rows.slice(at, at + ROWS_A_FILE))]
  const windows = gather()
  const found = new Map<string, number[]>()
  for (const [article, row] of rows.entries())
    for (const text of textsOf(row)) windows.add(foldText(text, letters), article)
  for (const [article, entry] of sorted.entries())
    for (const term of termsOf(entry, letters)) {
      const articles = found.get(term)
      if (articles === undefined) found.set(term, [article])
      else if (articles.at(-1) !== article) articles.push(article)
    }
  const parts = Array.from({ length: shards }, (): Posting[] => [])
  for (const [home, postings] of windows.homes()) {
    const part = parts[shardOf(home, shards)]
    for (const posting of postings) part?.push(posting)
  }
  for (const posting of found) parts[shardOf(posting[0], shards)]?.push(posting)
  for (const [shard, postings] of parts.entries())
    yield [shardName(segment, shard), formatShard(postings.toSorted((a, b) => compare(a[0], b[0])))]
}
