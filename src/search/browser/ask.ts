/**
 * What the reader asked, looked up in the index.
 *
 *   await answer({ q: '渠水', year: '2024' }, 10, shelf)  →  { hits: [...], near: [], similar: [], found: 12, whole: true }
 *   warm('渠水', shelf)                                  fetches beforehand what the query will need
 */
import { find, StaleError, type Found, type OnHit } from '../find.ts'
import { foldText } from '../fold.ts'
import { phraseIn, type Filters } from '../lookup.ts'
import { parseQuery } from '../query.ts'
import type { Shelf } from '../shelf.ts'
import type { Asked } from './address.ts'
import { lettersFor } from './store.ts'

/** Asks once more when the archive was published anew meanwhile: `first` is then asked for another list. */
export async function answer(wanted: Asked, count: number, shelf: Shelf, first: () => OnHit): Promise<Found> {
  const query = parseQuery(wanted.q ?? '', await lettersFor(wanted.q ?? ''))
  const filters = await filtersOf(wanted)
  try {
    return await find({ query, filters, count }, shelf, lettersFor, first())
  } catch (error) {
    if (!(error instanceof StaleError)) throw error
    shelf.forget()
    return find({ query, filters, count }, shelf, lettersFor, first())
  }
}

async function filtersOf({ channel, year, source, person, role }: Asked): Promise<Filters> {
  const letters = await lettersFor(`${source ?? ''}${person ?? ''}`)
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(year === undefined ? {} : { year }),
    ...(source === undefined ? {} : { source: foldText(source, letters) }),
    ...(person === undefined ? {} : { person: foldText(person, letters) }),
    ...(role === undefined ? {} : { role }),
  }
}

/** The newest segments’ shards of the phrase; a failure is said when the query itself is asked. */
export async function warm(typed: string, shelf: Shelf): Promise<void> {
  try {
    const { phrase } = parseQuery(typed, await lettersFor(typed))
    await Promise.all(shelf.segments.slice(0, 4).map((segment) => phraseIn(segment, phrase.slice(0, 4), shelf)))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FetchError') throw error
  }
}
