/**
 * Whether the next attributions are exactly the people of a printed line: the rule by which a kept line is drawn from the structure.
 *
 *   claimOf('(责编：韩岭)', [{ role: 'editor', name: '韩岭' }, …])  →  { line: { open: '(', … }, claimed: [{ role: 'editor', name: '韩岭' }] }
 *   claimOf('(责编：韩岭)', [{ role: 'editor', name: '邱实' }])     →  undefined: the printed line stands as it is
 */
import { foldName } from '../names.ts'
import { creditedOf, type Credited } from './compose.ts'
import type { CreditLine } from './line.ts'
import { parseCreditLine } from './parse.ts'

/** A line's text and the attributions that no line before it has claimed in; what it says and whom it claims out. */
export function claimOf<T extends Credited>(
  text: string,
  waiting: readonly T[],
): { line: CreditLine; claimed: T[] } | undefined {
  const line = parseCreditLine(text, { bare: true })
  if (line === undefined) return undefined
  const people = creditedOf(line)
  const claimed = waiting.slice(0, people.length)
  return people.every((person, index) => isSame(person, claimed[index])) ? { line, claimed } : undefined
}

function isSame(person: Credited, claimed: Credited | undefined): boolean {
  return (
    claimed !== undefined &&
    claimed.role === person.role &&
    foldName(claimed.name) === foldName(person.name) &&
    (claimed.note ?? '') === (person.note ?? '') &&
    (claimed.code ?? '') === (person.code ?? '')
  )
}
