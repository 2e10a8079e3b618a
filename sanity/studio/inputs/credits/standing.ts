/**
 * Kept lines beside attributions: which of them say something else, and who would not be printed at all.
 *
 *   standingOf([责编 韩岭, 责编 新人甲], [{ place: 'foot', text: '(责编：韩岭、邱实)' }])
 *     →  { kept: [the line], apart: [the line], unprinted: [责编 韩岭, 责编 新人甲] }
 *
 * While an article keeps any printed credit line, the page prints the kept lines and no others (src/content/credits.ts), so one
 * line can't be given up alone: the people of the others would be left without a line.
 */
import { creditedOf, type Credited } from '../../../../src/text/credits/compose.ts'
import { parseCreditLine } from '../../../../src/text/credits/parse.ts'
import { foldName } from '../../../../src/text/names.ts'
import type { AttributionItem, CreditLineItem } from './attributions.ts'

export interface Standing {
  /** Lines that print credits; the date line and 原标题 are none. */
  kept: CreditLineItem[]
  apart: CreditLineItem[]
  unprinted: AttributionItem[]
}

export function standingOf(attributions: readonly AttributionItem[], lines: readonly CreditLineItem[]): Standing {
  const kept = lines.filter(({ place }) => place !== 'head' && place !== 'originalTitle')
  const apart: CreditLineItem[] = []
  let next = 0
  for (const line of kept) {
    const read = parseCreditLine(line.text, { bare: true })
    const people = read === undefined ? [] : creditedOf(read)
    const claimed = attributions.slice(next, next + people.length)
    if (read !== undefined && people.every((person, index) => isSame(person, claimed[index]))) next += people.length
    else apart.push(line)
  }
  return { kept, apart, unprinted: kept.length === 0 ? [] : attributions.slice(next) }
}

function isSame(person: Credited, claimed: AttributionItem | undefined): boolean {
  return (
    claimed !== undefined &&
    claimed.role === person.role &&
    foldName(claimed.name) === foldName(person.name) &&
    (claimed.note ?? '') === (person.note ?? '') &&
    (claimed.code ?? '') === (person.code ?? '')
  )
}
