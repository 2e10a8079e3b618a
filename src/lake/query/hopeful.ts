/**
 * Conditions and scores that can only gain when more of a document is known to hold what is looked for.
 *
 *   isHopeful(the tree of: _type == "article" && boost(title match "*渠水*", 10) || references("p1"))  →  true
 *   isHopeful(the tree of: !references("p1"))                                                         →  false
 */
import { isRecord } from '../json.ts'
import { isScoreAboveNone } from './needles.ts'
import { tellsScore } from './ranked.ts'
import { type Search, isLookUp } from './rewrite-search.ts'
import { isPure } from './standing.ts'

export function isHopeful(node: unknown, searches: readonly Search[]): boolean {
  if (!isRecord(node)) return false
  switch (node['type']) {
    case 'And':
    case 'Or':
      return isHopeful(node['left'], searches) && isHopeful(node['right'], searches)
    case 'Group':
      return isHopeful(node['base'], searches)
    default:
      break
  }
  const [inner, by]: unknown[] = node['name'] === 'boost' && Array.isArray(node['args']) ? node['args'] : []
  if (isRecord(by) && typeof by['value'] === 'number' && by['value'] >= 0) return isHopeful(inner, searches)
  if (isLookUp(node, searches) || isScoreAboveNone(node) || referenceOf(node) !== undefined) return true
  return isPlain(node) && !tellsScore(node)
}

/** Told by the fields that it names, the same whatever else the document holds. */
export const isPlain = (node: unknown): boolean =>
  isPure(node) && !JSON.stringify(node ?? null).includes('"name":"references"')

/** `references("p1")` → 'p1' */
export function referenceOf(node: unknown): string | undefined {
  if (!isRecord(node) || node['type'] !== 'FuncCall' || node['name'] !== 'references') return undefined
  const [of, more]: unknown[] = Array.isArray(node['args']) ? node['args'] : []
  return isRecord(of) && typeof of['value'] === 'string' && more === undefined ? of['value'] : undefined
}
