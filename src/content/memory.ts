/**
 * The catalogue of documents that lie in memory: a build's, a test's, the Studio preview's.
 *
 *   catalogueOf(documents, new Date()).list('day', '2024-06-02')  →  [Head, …]
 *
 * Each index is filled when it is first asked for: an editor's preview asks for hardly any, and a build never for what a publish needs.
 */
import {
  byNewest,
  headOf,
  isHeld,
  PROFILE_KEYS,
  type Catalogue,
  type Head,
  type ProfileIndex,
  type Tally,
} from './catalogue.ts'
import type { Documents } from './documents.ts'
import { keysIn, type Index } from './entries.ts'
import { NO_VERSIONS, type KeptVersions } from './versions.ts'

interface Filed<T> {
  lists: ReadonlyMap<string, readonly T[]>
  keys: readonly string[]
}

/** Documents, the present instant (embargoes are held against it) and what was kept of older versions in, the catalogue out. */
export function catalogueOf(documents: Documents, now: Date, versions: KeptVersions = NO_VERSIONS): Catalogue {
  const articles = documents.articles.filter((article) => !isHeld(article, now))
  const rows = articles
    .map((article) => ({ article, head: headOf(article) }))
    .toSorted((a, b) => byNewest(a.head, b.head))
  const byId = new Map(rows.map((row) => [row.head.id, row]))
  const profiles = mapById(documents.profiles)
  const sources = mapById(documents.sources)
  const pictures = mapById(documents.pictures)
  const indexed = once((index: Index) =>
    file(
      rows,
      ({ article }) => keysIn(index, article),
      ({ head }) => head,
    ),
  )
  const named = once((by: ProfileIndex) =>
    file(
      documents.profiles,
      (profile) => [PROFILE_KEYS[by](profile)].filter((key) => key !== undefined),
      (profile) => profile,
    ),
  )
  const listOf = (index: Index, key: string): readonly Head[] => indexed(index).lists.get(key) ?? []
  return {
    site: () => documents.site,
    channels: () => documents.channels,
    sources: () => documents.sources,
    source: (id) => sources.get(id),
    profile: (id) => profiles.get(id),
    profiles: (by, key) => named(by).lists.get(key) ?? [],
    profileTallies: (by) => talliesOf(named(by), ''),
    picture: (id) => pictures.get(id),
    article: (id) => byId.get(id)?.article,
    head: (id) => byId.get(id)?.head,
    versions: versions.of,
    versioned: versions.ids,
    list: (index, key, most) => (most === undefined ? listOf(index, key) : listOf(index, key).slice(0, most)),
    count: (index, key) => listOf(index, key).length,
    tallies: (index, prefix = '') => talliesOf(indexed(index), prefix),
    beside: (index, key, prefix = '') => {
      const { keys } = indexed(index)
      const at = firstFrom(keys, (one) => one >= key)
      const fitting = (one: string | undefined): string | undefined =>
        one?.startsWith(prefix) === true ? one : undefined
      return { before: fitting(keys[at - 1]), after: fitting(keys[keys[at] === key ? at + 1 : at]) }
    },
    around: (index, key, head) => {
      const heads = listOf(index, key)
      const at = firstFrom(heads, (one) => byNewest(one, head) >= 0)
      return { newer: heads[at - 1], older: heads[heads[at]?.id === head.id ? at + 1 : at] }
    },
  }
}

const mapById = <T extends { _id: string }>(documents: readonly T[]): ReadonlyMap<string, T> =>
  new Map(documents.map((document) => [document._id, document]))

/** What a function gave for a name, kept. */
function once<Name, Value>(make: (name: Name) => Value): (name: Name) => Value {
  const made = new Map<Name, Value>()
  return (name) => {
    const known = made.get(name) ?? make(name)
    made.set(name, known)
    return known
  }
}

function file<Row, T>(rows: readonly Row[], keysOf: (row: Row) => readonly string[], kept: (row: Row) => T): Filed<T> {
  const lists = new Map<string, T[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const list = lists.get(key)
      if (list === undefined) lists.set(key, [kept(row)])
      else list.push(kept(row))
    }
  }
  return { lists, keys: [...lists.keys()].toSorted() }
}

function talliesOf({ lists, keys }: Filed<unknown>, prefix: string): Tally[] {
  const tallies: Tally[] = []
  for (let at = firstFrom(keys, (key) => key >= prefix); keys[at]?.startsWith(prefix) === true; at += 1) {
    const key = keys[at] ?? ''
    tallies.push({ key, count: lists.get(key)?.length ?? 0 })
  }
  return tallies
}

/** The place of the first entry of a sorted list for which a question is true from there on; the length when it never is. */
function firstFrom<T>(sorted: readonly T[], isFrom: (one: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = sorted[middle]
    if (one !== undefined && !isFrom(one)) low = middle + 1
    else high = middle
  }
  return low
}
