/**
 * The index as files of the site: compressed, each under the name that the reader's browser asks for.
 *
 *   const { map, files } = indexFiles(entries)
 *     →  map: '201601-32-9 201905-1-5', files yields { address: '/search/letters.bin', bytes }, { address: '/search/201601-32/s0.bin', bytes }, …
 *
 * Deflate without a header, for browsers read it (`DecompressionStream`) and every host sends it as it is.
 */
import { deflateRawSync } from 'node:zlib'
import type { SearchEntry } from '../entry.ts'
import { formatLetters } from '../letters.ts'
import { allLetters } from '../script/table.ts'
import { filesOf, planIndex } from '../segments.ts'

export const SEARCH_FOLDER = '/search/'

export interface IndexFile {
  address: string
  bytes: Buffer
}

const addressOf = (name: string): string => `${SEARCH_FOLDER}${name}.bin`

/** Made one after the other as they are taken, a segment at a time in memory. */
export function indexFiles(entries: readonly SearchEntry[]): { map: string; files: Iterable<IndexFile> } {
  const { map, segments } = planIndex(entries)
  function* files(): Generator<IndexFile> {
    const letters = allLetters()
    yield { address: addressOf('letters'), bytes: deflateRawSync(formatLetters(letters), { level: 9 }) }
    for (const segment of segments)
      for (const [name, bytes] of filesOf(segment, letters))
        yield { address: addressOf(name), bytes: deflateRawSync(bytes) }
  }
  return { map, files: { [Symbol.iterator]: files } }
}
