/**
 * The editor's choices, turned into attributions and into the people who must be made for them.
 *
 *   newPeople([{ name: '新人甲', choice: NEW }])
 *     →  { rows: [{ name: '新人甲', choice: 'profile-3f0c…' }], missing: [{ _id: 'profile-3f0c…', _type: 'profile', name: '新人甲' }] }
 */
import { foldName } from '../../../../src/text/names.ts'
import type { Credited } from '../../../../src/text/credits/compose.ts'
import type { Missing } from '../people/create.ts'
import { NEW, NOBODY, referenceTo, UNDECIDED, type Known } from '../people/match.ts'
import type { PersonRow } from '../people/usePeople.ts'
import { randomKey } from '../value.ts'
import type { AttributionItem } from './attributions.ts'

type Decided = Pick<PersonRow, 'name' | 'choice'>

/** A person whom the editor wants made anew gets an id that no namesake has. */
export function newPeople(
  rows: readonly Decided[],
  key: () => string = randomKey,
): { rows: Decided[]; missing: Missing[] } {
  const missing: Missing[] = []
  const decided = rows.map(({ name, choice }) => {
    if (choice !== NEW) return { name, choice }
    const made = { _id: `profile-${key()}`, _type: 'profile', name: foldName(name) }
    missing.push(made)
    return { name, choice: made._id }
  })
  return { rows: decided, missing }
}

export function attributionsRead(
  people: readonly Credited[],
  rows: readonly Decided[],
  known: readonly Known[],
  key: () => string = randomKey,
): AttributionItem[] {
  const choices = new Map(rows.map(({ name, choice }) => [foldName(name), choice]))
  return people.map((person) => attributionOf(person, choices.get(foldName(person.name)) ?? NOBODY, known, key()))
}

const SAID = ['label', 'note', 'code', 'affiliation'] as const

function attributionOf(person: Credited, choice: string, known: readonly Known[], key: string): AttributionItem {
  const item: AttributionItem = { _key: key, _type: 'attribution', role: person.role, name: person.name }
  for (const name of SAID) {
    const said = person[name]
    if (said !== undefined && said !== '') item[name] = said
  }
  return choice === NOBODY || choice === NEW || choice === UNDECIDED
    ? item
    : { ...item, who: referenceTo(choice, known) }
}
