/**
 * An index in memory, asked as a reader's browser asks it.
 *
 *   const index = indexOf([entryOf({ title: '把渠修到田头' })])
 *   await index.titles('渠修')  →  ['把渠修到田头']; index.read  →  ['/search/202406-1/s0.bin', …]
 */
import { inflateRawSync } from 'node:zlib'
import type { SearchEntry } from '../../src/search/entry.ts'
import { find, type Found, type OnHit } from '../../src/search/find.ts'
import { foldText } from '../../src/search/fold.ts'
import type { Filters } from '../../src/search/lookup.ts'
import { indexFiles } from '../../src/search/make/files.ts'
import { parseQuery } from '../../src/search/query.ts'
import { readingOf, typedReadings } from '../../src/search/script/readings.ts'
import { allLetters } from '../../src/search/script/table.ts'
import { openShelf, type Shelf } from '../../src/search/shelf.ts'

export const LETTERS = allLetters()

/** An entry of its own day and address, with what a test says of it. */
export function entryOf(given: Partial<SearchEntry> & { title: string }, index = 0): SearchEntry {
  return {
    id: `article-${index}`,
    address: `/2024/0602/a${index}.html`,
    shown: '2024-06-02T08:30:00+08:00',
    subheads: [],
    credits: [],
    people: [],
    otherAddresses: [],
    ...given,
  }
}

export const personOf = (role: string, name: string): SearchEntry['people'][number] => ({
  role,
  name,
  otherNames: [],
  readings: typedReadings(readingOf(name)),
})

export interface Index {
  map: string
  files: Map<string, Buffer>
  shelf: Shelf
  /** Addresses of the files that were asked for, in order. */
  read: string[]
  find(typed: string, filters?: Filters, count?: number, onHit?: OnHit): Promise<Found>
  titles(typed: string, filters?: Filters): Promise<string[]>
}

/** `arrived` of a file's name: when it is there. */
export function indexOf(
  entries: readonly SearchEntry[],
  arrived: (name: string) => Promise<void> = async () => {},
): Index {
  const { map, files } = indexFiles(entries)
  const held = new Map([...files].map(({ address, bytes }) => [address, bytes]))
  const read: string[] = []
  const shelf = openShelf(map, async (name) => {
    const address = `/search/${name}.bin`
    read.push(address)
    const bytes = held.get(address)
    await arrived(name)
    if (bytes === undefined) throw new Error(`expected ${address} in the index, found none`)
    return inflateRawSync(bytes)
  })
  const ask: Index['find'] = (typed, filters = {}, count = 10, onHit = undefined) =>
    find({ query: parseQuery(typed, LETTERS), filters, count }, shelf, async () => LETTERS, onHit)
  return {
    map,
    files: held,
    shelf,
    read,
    find: ask,
    titles: async (typed, filters) => (await ask(typed, filters)).hits.map(({ row }) => row.title),
  }
}

export const folded = (text: string): string => foldText(text, LETTERS)
