/**
 * The index as files of the site: compressed, each under the name that the reader's browser asks for.
 *
 *   indexFiles(entries)               →  { map: '201601-32-10 201905-1-7', files: [{ address: '/search/letters.bin', bytes }, …] }
 *   segmentFiles(segment, entries)    →  { address: '/search/201905-1/s0.bin', bytes }, …     one segment: what a publish writes again
 *
 * Deflate without a header, for browsers read it (`DecompressionStream`) and every host sends it as it is.
 */
import { hash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { SearchEntry } from '../entry.ts'
import { formatLetters } from '../letters.ts'
import { allLetters } from '../script/table.ts'
import { ROWS_A_FILE } from '../rows.ts'
import { filesOf, formatMap, rowsName, segmentsOf, segmentWith, shardName, type Segment } from '../segments.ts'

export interface IndexFile {
  address: string
  bytes: Buffer
}

const addressOf = (name: string): string => `/search/${name}.bin`

/** The addresses of a segment's files, of which `has` says whether there are so many rows. */
export function* addressesIn(segment: Segment, has: (address: string) => boolean): Generator<string> {
  for (let shard = 0; shard < segment.shards; shard += 1) yield addressOf(shardName(segment, shard))
  for (let article = 0; has(addressOf(rowsName(segment, article))); article += ROWS_A_FILE)
    yield addressOf(rowsName(segment, article))
}

/** Files are made one after the other as they are taken, a segment at a time in memory. */
export function indexFiles(entries: readonly SearchEntry[]): { map: string; files: Iterable<IndexFile> } {
  const months = Map.groupBy(entries, ({ shown }) => shown.slice(0, 7))
  const segments = segmentsOf(new Map([...months].map(([month, held]) => [month, held.length])))
  const held = Map.groupBy(entries, ({ shown }) => segmentWith(segments, shown))
  function* files(): Generator<IndexFile> {
    yield lettersFile()
    for (const segment of segments) yield* segmentFiles(segment, held.get(segment) ?? [])
  }
  return { map: formatMap(segments), files: { [Symbol.iterator]: files } }
}

/** The table of letters: the same for every archive. */
export const lettersFile = (): IndexFile => ({
  address: addressOf('letters'),
  bytes: deflateRawSync(formatLetters(allLetters()), { level: 9 }),
})

export function* segmentFiles(segment: Segment, entries: readonly SearchEntry[]): Generator<IndexFile> {
  for (const [name, bytes] of filesOf(segment, entries, allLetters()))
    yield { address: addressOf(name), bytes: packed(bytes) }
}

/** By digest, the last few: of a segment that is written again most files are what they were. */
const PACKED = new Map<string, Buffer>()
const MOST_PACKED = 1_000

function packed(bytes: Uint8Array | string): Buffer {
  const key = hash('sha256', bytes, 'base64')
  const known = PACKED.get(key) ?? deflateRawSync(bytes)
  PACKED.delete(key)
  PACKED.set(key, known)
  const [oldest] = PACKED.size > MOST_PACKED ? PACKED.keys() : []
  if (oldest !== undefined) PACKED.delete(oldest)
  return known
}
