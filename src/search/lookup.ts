/**
 * Which articles of one segment answer a query: as typed, with all of its pieces, or nearly; filters already held against them.
 *
 *   await exactIn(segment, { phrase: '渠修', pieces: ['渠修'] }, {}, shelf)  →  [3, 17]
 *
 * Numbers of articles, oldest first. A phrase of up to four letters is exact; of more letters, rare others may be among them, which
 * their rows tell (./find.ts).
 */
import type { Query } from './query.ts'
import type { Segment } from './segments.ts'
import { shared, united, type Shelf } from './shelf.ts'
import {
  addressTerm,
  channelTerm,
  dayTerm,
  READING,
  readingTerm,
  roleTerm,
  sourceTerm,
  tilesOf,
  WINDOW,
  yearTerm,
} from './terms.ts'

/** Folded where it is a name. */
export interface Filters {
  channel?: string
  source?: string
  year?: string
  role?: string
  person?: string
}

export async function phraseIn(segment: Segment, phrase: string, shelf: Shelf): Promise<number[]> {
  if (phrase.length < 2) return []
  const tiles = tilesOf(phrase)
  return shared(await Promise.all(tiles.map((tile) => shelf.articlesOf(segment, tile, tile.length === WINDOW))))
}

/** What is filed under the query as it stands: the phrase, a name read so, a day, an address. */
export async function exactIn(segment: Segment, query: Query, filters: Filters, shelf: Shelf): Promise<number[]> {
  const { phrase, reading, day, address } = query
  const none: number[] = []
  const [kept, ...found] = await Promise.all([
    filtersIn(segment, filters, shelf),
    phraseIn(segment, phrase, shelf),
    reading === undefined ? none : shelf.articlesOf(segment, readingPrefix(reading)),
    day === undefined ? none : shelf.articlesOf(segment, day.length === 4 ? yearTerm(day) : dayTerm(day)),
    address === undefined ? none : shelf.articlesOf(segment, addressTerm(address), true),
  ])
  return held(united(found), kept)
}

/** A reading is completed from four letters on; shorter ones are whole: `~liu=`. */
const readingPrefix = (reading: string): string =>
  reading.length < READING ? readingTerm(reading, '') : readingTerm(reading, '').slice(0, -1)

/** Names that are read so, folded. */
export async function namesRead(segment: Segment, reading: string, shelf: Shelf): Promise<string[]> {
  const prefix = readingPrefix(reading)
  const postings = await shelf.postings(segment, prefix)
  return postings.flatMap(([term]) => (term.startsWith(prefix) ? [term.slice(term.indexOf('=') + 1)] : []))
}

/** Articles that hold at least so many of the pieces, wherever. */
export async function piecesIn(
  segment: Segment,
  { pieces, least }: { pieces: readonly string[]; least: number },
  filters: Filters,
  shelf: Shelf,
): Promise<number[]> {
  const [kept, ...found] = await Promise.all([
    filtersIn(segment, filters, shelf),
    ...pieces.map((piece) => phraseIn(segment, piece, shelf)),
  ])
  const counts = new Map<number, number>()
  for (const article of found.flatMap((list) => list ?? [])) counts.set(article, (counts.get(article) ?? 0) + 1)
  const enough = [...counts].flatMap(([article, count]) => (count < least ? [] : [article]))
  return held(
    enough.toSorted((a, b) => a - b),
    kept,
  )
}

const held = (articles: number[], kept: readonly number[] | undefined): number[] =>
  kept === undefined ? articles : shared([articles, kept])

/** Articles that pass the filters; undefined when there is none to pass. */
export async function filtersIn(
  segment: Segment,
  { channel, source, year, role, person }: Filters,
  shelf: Shelf,
): Promise<number[] | undefined> {
  const terms = [
    ...(channel === undefined ? [] : [channelTerm(channel)]),
    ...(source === undefined ? [] : [sourceTerm(source)]),
    ...(year === undefined ? [] : [yearTerm(year)]),
    ...(person === undefined || role === undefined ? [] : [roleTerm(role, person)]),
  ]
  const asked = terms.map((term) => shelf.articlesOf(segment, term, true))
  if (person !== undefined && role === undefined) asked.push(phraseIn(segment, person, shelf))
  return asked.length === 0 ? undefined : shared(await Promise.all(asked))
}
