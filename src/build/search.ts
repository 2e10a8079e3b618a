/**
 * What stands on the site beside its pages so that it can be searched: the script, the table of letters, the index by segments of time.
 *
 *   for await (const { address, bytes } of searchFiles(catalogue)) …                 all of it, or a shard's part
 *   const part = segmentsAfter(before, days, catalogue)                             what a publish writes again
 *   part.gone((address) => …)     →  ['/search/201905-1/s0.bin', …]: old files of segments that are cut anew or written again
 */
import type { Catalogue } from '../content/catalogue.ts'
import { entriesIn, segmentsIn, segmentsToWrite } from '../content/searchIndex.ts'
import { addressesIn, lettersFile, segmentFiles } from '../search/make/files.ts'
import { searchModule } from '../search/make/module.ts'
import { shardName, type Segment } from '../search/segments.ts'
import { WHOLE } from './draw.ts'

export interface PlainFile {
  address: string
  bytes: Uint8Array
}

export async function* searchFiles(catalogue: Catalogue, shard = WHOLE): AsyncGenerator<PlainFile> {
  if (shard.shard === 1) yield scriptFile(await searchModule())
  yield* indexFiles(catalogue, shard)
}

/** Without the script, which Eleventy writes by itself. */
export function* indexFiles(catalogue: Catalogue, { shard, of } = WHOLE): Generator<PlainFile> {
  if (shard === 1) yield lettersFile()
  for (const [at, segment] of segmentsIn(catalogue).entries())
    if (at % of === shard - 1) yield* filesOf(segment, catalogue)
}

export interface SearchPart {
  files: Iterable<PlainFile>
  /** Files of the last release that are not to be taken over; `has` says which it has. */
  gone(has: (address: string) => boolean): string[]
}

export function segmentsAfter(before: readonly Segment[], days: readonly string[], catalogue: Catalogue): SearchPart {
  const write = segmentsToWrite(before, days, catalogue)
  const again = new Set(write.map(folderOf))
  const stay = new Set(segmentsIn(catalogue).map(folderOf)).difference(again)
  return {
    files: write.values().flatMap((segment) => filesOf(segment, catalogue)),
    gone: (has) =>
      before.filter((segment) => !stay.has(folderOf(segment))).flatMap((segment) => [...addressesIn(segment, has)]),
  }
}

const filesOf = (segment: Segment, catalogue: Catalogue): Generator<PlainFile> =>
  segmentFiles(segment, [...entriesIn(segment, catalogue)])

const folderOf = (segment: Segment): string => shardName(segment, 0).split('/')[0] ?? ''

const scriptFile = ({ address, code }: { address: string; code: string }): PlainFile => ({
  address,
  bytes: Buffer.from(code),
})
