/**
 * A query in, what a page of results shows out: the phrase as typed first, then all pieces of it by nearness, then what is similar.
 *
 *   await find({ query, filters: {}, count: 10 }, shelf, lettersFor)
 *     →  { hits: [{ row, needles: ['渠修到'] }, …], near: [], similar: [], found: 12, whole: true }
 *
 * The phrase as typed, newest first; so the newest segments are asked first, and older ones only while there are too few. The count
 * is whole when all were asked. Rows are fetched together and handed on one by one in their order, so that the first can be drawn while
 * the others are on their way; nothing that was handed on moves. Rows are held against the phrase before they are shown: an index that changed between two requests
 * can show too little, for which all is fetched once more, but nothing wrong.
 */
import { textsOf, type Row } from './entry.ts'
import { foldText } from './fold.ts'
import type { LettersFor } from './letters.ts'
import { exactIn, filtersIn, namesRead, piecesIn, type Filters } from './lookup.ts'
import { nearness } from './nearness.ts'
import type { Query } from './query.ts'
import type { Segment } from './segments.ts'
import type { Shelf } from './shelf.ts'
import { WINDOW } from './terms.ts'

export interface Wanted {
  query: Query
  filters: Filters
  /** So many results are drawn. */
  count: number
}

export interface Hit {
  row: Row
  /** Folded texts to be marked in it. */
  needles: string[]
}

export interface Found {
  hits: Hit[]
  near: Hit[]
  similar: Hit[]
  /** How many have the phrase as typed, in what was asked. */
  found: number
  whole: boolean
}

interface Place {
  segment: Segment
  article: number
}

/** Segments asked at once: the newest four hold three years and more of an archive; then all others. */
const FIRST = 4
const SIMILAR = 5

/** What has the phrase as typed, one after the other in the order of `hits`. */
export type OnHit = (hit: Hit) => void

export async function find(
  wanted: Wanted,
  shelf: Shelf,
  lettersFor: LettersFor,
  onHit: OnHit = () => {},
): Promise<Found> {
  const { query, filters, count } = wanted
  const hasQuery = query.phrase.length > 1 || query.address !== undefined
  const ask = (segment: Segment): Promise<number[]> =>
    hasQuery ? exactIn(segment, query, filters, shelf) : filtersIn(segment, filters, shelf).then((kept) => kept ?? [])
  const { places, whole } = await newest(ask, count, shelf)
  const { hits, dropped, stale } = await drawn(places, wanted, shelf, { lettersFor, onHit })
  if (stale) throw new StaleError('expected the articles that the index names, found others; ask again')
  const result: Found = { hits, near: [], similar: [], found: places.length - dropped, whole }
  if (!hasQuery || hits.length >= count) return result
  const seen = new Set(hits.map(({ row }) => row.address))
  if (query.pieces.length > 1)
    result.near = await nearOnes(
      query.pieces,
      wanted,
      { seen, most: count - hits.length, least: query.pieces.length },
      shelf,
      lettersFor,
    )
  const parts = partsOf(query.phrase)
  if (hits.length + result.near.length === 0 && parts.length > 1)
    result.similar = await nearOnes(parts, wanted, { seen, most: SIMILAR, least: 2 }, shelf, lettersFor)
  return result
}

/** The archive was published anew since the first of its files was fetched. */
export class StaleError extends Error {
  override name = 'StaleError'
}

/** Newest first, until there are enough. */
async function newest(
  ask: (segment: Segment) => Promise<number[]>,
  count: number,
  { segments }: Shelf,
): Promise<{ places: Place[]; whole: boolean }> {
  const places: Place[] = []
  for (let at = 0; at < segments.length;) {
    const wave = segments.slice(at, at === 0 ? FIRST : undefined)
    at += wave.length
    for (const [index, articles] of (await Promise.all(wave.map(ask))).entries()) {
      const segment = wave[index]
      if (segment !== undefined) for (const article of articles.toReversed()) places.push({ segment, article })
    }
    if (places.length > count && at < segments.length) return { places, whole: false }
  }
  return { places, whole: true }
}

/** The first rows of which the query is true. */
async function drawn(
  places: readonly Place[],
  { query, count }: Wanted,
  shelf: Shelf,
  { lettersFor, onHit }: { lettersFor: LettersFor; onHit: OnHit },
): Promise<{ hits: Hit[]; dropped: number; stale: boolean }> {
  const hits: Hit[] = []
  let dropped = 0
  for (let at = 0; at < places.length && hits.length < count;) {
    const wave = places.slice(at, at + count - hits.length)
    at += wave.length
    const coming = wave.map((place) => drawnAt(place, query, shelf, lettersFor))
    // One that fails before its turn is thrown in its turn.
    for (const one of coming) one.catch(() => undefined)
    for (const one of coming) {
      const hit = await one
      if (hit === undefined) dropped += 1
      else {
        hits.push(hit)
        onHit(hit)
      }
    }
  }
  return { hits, dropped, stale: dropped > 0 && query.phrase.length <= WINDOW }
}

/** undefined for an article that does not answer the query. */
async function drawnAt(
  { segment, article }: Place,
  query: Query,
  shelf: Shelf,
  lettersFor: LettersFor,
): Promise<Hit | undefined> {
  const row = await shelf.row(segment, article)
  if (row === undefined) return undefined
  const { phrase, reading, day, address } = query
  const letters = await lettersFor(textsOf(row).join(''))
  const texts = textsOf(row).map((text) => foldText(text, letters))
  const holds = (needle: string): boolean => texts.some((text) => text.includes(needle))
  if (phrase.length > 1 && holds(phrase)) return { row, needles: [phrase] }
  const names = reading === undefined ? [] : (await namesRead(segment, reading, shelf)).filter(holds)
  if (names.length > 0) return { row, needles: names }
  return day !== undefined || address !== undefined || phrase.length < 2 ? { row, needles: [] } : undefined
}

/** Nearly: so many pieces in one article, those with the pieces nearest to each other first, then the newest. */
async function nearOnes(
  pieces: readonly string[],
  { filters }: Wanted,
  { seen, most, least }: { seen: ReadonlySet<string>; most: number; least: number },
  shelf: Shelf,
  lettersFor: LettersFor,
): Promise<Hit[]> {
  const enough = most + seen.size
  const { places } = await newest((segment) => piecesIn(segment, { pieces, least }, filters, shelf), enough, shelf)
  const rows = await Promise.all(places.slice(0, enough).map(({ segment, article }) => shelf.row(segment, article)))
  const others = rows.filter((row) => row !== undefined && !seen.has(row.address)).filter((row) => row !== undefined)
  const ranked: { hit: Hit; far: number }[] = []
  for (const row of others) {
    const letters = await lettersFor(textsOf(row).join(''))
    ranked.push({ hit: { row, needles: [...pieces] }, far: nearness(row, pieces, letters) })
  }
  return ranked
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ hit }) => hit)
}

/** A phrase of three letters or more in, the pairs of its beginning and its end out: what a similar text may still hold. */
function partsOf(phrase: string): string[] {
  if (phrase.length < 3) return []
  const places = [0, 1, phrase.length - 3, phrase.length - 2]
  return [...new Set(places.map((at) => phrase.slice(at, at + 2)))]
}
