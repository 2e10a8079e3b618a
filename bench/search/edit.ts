/**
 * What a correction of an old article's headline rewrites of the index.
 *
 *   editOf(entries)  →  { files: 3, bytes: 8760, of: { files: 4920, bytes: 5796210 }, month: 34533 }
 *
 * `of` is the segment that holds the article, `month` all of the running month's: what a new article could rewrite at most.
 */
import type { SearchEntry } from '../../src/search/entry.ts'
import { indexFiles } from '../../src/search/make/files.ts'

export interface Edit {
  files: number
  bytes: number
  of: { files: number; bytes: number }
  month: number
}

type Index = ReadonlyMap<string, Buffer>

export function editOf(entries: readonly SearchEntry[]): Edit {
  const before = indexOf(entries)
  const [oldest] = entries.toSorted((a, b) => (a.shown < b.shown ? -1 : 1))
  const after = indexOf(entries.map((one) => (one === oldest ? { ...one, title: `更正：${one.title}` } : one)))
  const changed = [...after].filter(([address, bytes]) => before.get(address)?.equals(bytes) !== true)
  const segment = inFolder(after, folderOf(changed[0]?.[0] ?? ''))
  return {
    files: changed.length,
    bytes: sizeOf(changed),
    of: { files: segment.length, bytes: sizeOf(segment) },
    month: sizeOf(inFolder(after, folderOf([...after.keys()].at(-1) ?? ''))),
  }
}

const indexOf = (entries: readonly SearchEntry[]): Index =>
  new Map([...indexFiles(entries).files].map(({ address, bytes }) => [address, bytes]))

const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1)

const inFolder = (index: Index, folder: string): [string, Buffer][] =>
  [...index].filter(([address]) => address.startsWith(folder))

const sizeOf = (files: readonly (readonly [string, Buffer])[]): number =>
  files.reduce((sum, [, { length }]) => sum + length, 0)
