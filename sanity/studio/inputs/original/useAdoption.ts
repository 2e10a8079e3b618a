/**
 * What a reading would write, with its people and source looked up in the lake.
 *
 *   useAdoption(reading, current)  →  { adoption: { fields, missing }, people, ready: true }
 */
import { useMemo } from 'react'
import { foldName } from '../../../../src/text/names.ts'
import { usePeople, type People } from '../people/usePeople.ts'
import type { Fields } from '../value.ts'
import { attributionsOf } from '../credits/attributions.ts'
import { adopt, type Adoption } from './adopt.ts'
import type { Reading } from './read.ts'

type Read = Extract<Reading, { page: object }>

interface Found {
  adoption: Adoption
  people: People
  /** Whether everything is decided and 采用 may be pressed. */
  ready: boolean
}

export function useAdoption(read: Read | undefined, current: Fields): Found {
  const { names, sources, ids } = useMemo(() => namedIn(read), [read])
  const credited = Object.fromEntries(
    attributionsOf(current['attributions']).flatMap(({ name, who }) =>
      who === undefined ? [] : [[foldName(name), who._ref]],
    ),
  )
  // One question for both: people and sources are looked up by the first letter of their names.
  const asked = usePeople([...names, ...sources], credited)
  const people: People = { ...asked, rows: asked.rows.filter(({ name }) => names.includes(name)) }
  const source = asked.known.find(({ kind, name }) => kind === 'source' && sources.includes(name))?.id
  const adoption = adopt(read?.documents ?? [], {
    people: Object.fromEntries(people.rows.map(({ name, choice }) => [ids.get(foldName(name)) ?? '', choice])),
    known: asked.known,
    source,
  })
  const decided = people.rows.every(({ choice }) => choice !== '')
  const answered = asked.answered && asked.failed === undefined
  return { adoption, people, ready: read !== undefined && answered && decided }
}

function namedIn(read: Read | undefined) {
  const documents = read?.documents ?? []
  const ids = new Map(
    documents.flatMap((document) =>
      document._type === 'profile' ? [[foldName(document.name), document._id] as const] : [],
    ),
  )
  const people = read?.page.credits.flatMap(({ people }) => people.map(({ name }) => name)) ?? []
  const names = [...new Map(people.map((name) => [foldName(name), name])).values()]
  const sources = documents.flatMap((document) => (document._type === 'source' ? [document.name] : []))
  return { names, sources, ids }
}
