/**
 * What stands on the site beside its pages so that it can be searched: the script, the table of letters, the index by segments of time.
 *
 *   for await (const { address, bytes } of searchFiles(catalogue)) …                 all of it
 *   const part = segmentsAfter(before, days, catalogue)                             what a publish writes again
 *   part.isGone('/search/201905-1/s0.bin')   →  true: an old file of a segment that is cut anew or written again
 */
import type { Catalogue } from '../content/catalogue.ts'
import { entriesIn, segmentsIn, segmentsToWrite } from '../content/searchIndex.ts'
import { lettersFile, segmentFiles } from '../search/make/files.ts'
import { searchModule } from '../search/make/module.ts'
import { shardName, type Segment } from '../search/segments.ts'

export interface PlainFile {
  address: string
  bytes: Uint8Array
}

export async function* searchFiles(catalogue: Catalogue): AsyncGenerator<PlainFile> {
  yield scriptFile(await searchModule())
  yield* indexFiles(catalogue)
}

/** Without the script, which Eleventy writes by itself. */
export function* indexFiles(catalogue: Catalogue): Generator<PlainFile> {
  yield lettersFile()
  for (const segment of segmentsIn(catalogue)) yield* filesOf(segment, catalogue)
}

export interface SearchPart {
  files: Iterable<PlainFile>
  /** Whether a file of the last release is not to be taken over. */
  isGone(address: string): boolean
}

export function segmentsAfter(before: readonly Segment[], days: readonly string[], catalogue: Catalogue): SearchPart {
  const write = segmentsToWrite(before, days, catalogue)
  const again = new Set(write.map(folderOf))
  const stay = new Set(segmentsIn(catalogue).map(folderOf)).difference(again)
  return {
    files: write.values().flatMap((segment) => filesOf(segment, catalogue)),
    isGone: (address) => {
      const folder = address.startsWith('/search/') ? /^\/search\/([^/]+)\//u.exec(address)?.[1] : undefined
      return folder !== undefined && !stay.has(folder)
    },
  }
}

const filesOf = (segment: Segment, catalogue: Catalogue): Generator<PlainFile> =>
  segmentFiles(segment, [...entriesIn(segment, catalogue)])

const folderOf = (segment: Segment): string => shardName(segment, 0).split('/')[0] ?? ''

const scriptFile = ({ address, code }: { address: string; code: string }): PlainFile => ({
  address,
  bytes: Buffer.from(code),
})
