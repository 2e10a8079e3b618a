/**
 * Kept lines beside attributions: which of them say something else, and who would not be printed at all.
 *
 *   standingOf([责编 韩岭, 责编 新人甲], [{ place: 'foot', text: '(责编：韩岭、邱实)' }])
 *     →  { kept: [the line], apart: [the line], unprinted: [责编 韩岭, 责编 新人甲] }
 *
 * While an article keeps any printed credit line, the page prints the kept lines and no others (src/content/credits.ts), so one
 * line can't be given up alone: the people of the others would be left without a line.
 */
import { claimOf } from '../../../../src/text/credits/claim.ts'
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
    const claim = claimOf(line.text, attributions.slice(next))
    if (claim === undefined) apart.push(line)
    next += claim?.claimed.length ?? 0
  }
  return { kept, apart, unprinted: kept.length === 0 ? [] : attributions.slice(next) }
}
