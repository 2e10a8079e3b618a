/**
 * Whether an order stands the greater scores first, wherever the query has put them.
 *
 *   score(…) {_id, "orderings": [_score, n]} | order(orderings[0] desc, orderings[1])  →  true
 *   score(…) {_id, "orderings": [_score, n]} | order(orderings[1])                     →  false: what is equal would stand by its score
 *   … {_id, n} | order(n)                                                              →  true, there are no scores
 */
import { isRecord } from '../json.ts'
import type { Order } from './standing.ts'

export function isOrderedByScore(by: readonly Order[], shape: unknown, isScored: boolean): boolean {
  const keys = by.map(({ key, isDescending }) => ({ key: asShaped(key, shape), isDescending }))
  const scores = keys.filter(({ key }) => tellsScore(key))
  return isScored === scores.length > 0 && scores.every(({ key, isDescending }) => isDescending && isScore(key))
}

export const tellsScore = (node: unknown): boolean => JSON.stringify(node ?? null).includes('"name":"_score"')

export function isAttribute(node: unknown, name: string): boolean {
  return isRecord(node) && node['type'] === 'AccessAttribute' && node['name'] === name && node['base'] === undefined
}

const isScore = (node: unknown): boolean => isAttribute(node, '_score')

/** `orderings[0]` of `{"orderings": [_score, n]}` → `_score` */
function asShaped(node: unknown, shape: unknown): unknown {
  if (shape === undefined) return node
  const shown = shownAs(node, shape)
  if (shown !== undefined) return shown
  if (Array.isArray(node)) return node.map((one) => asShaped(one, shape))
  if (!isRecord(node)) return node
  return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, asShaped(inner, shape)]))
}

const NOTHING = { type: 'Value', value: null }

function shownAs(node: unknown, shape: unknown): unknown {
  if (!isRecord(node)) return undefined
  if (node['type'] === 'AccessElement') {
    const list = shownAs(node['base'], shape)
    const elements: unknown = isRecord(list) && list['type'] === 'Array' ? list['elements'] : undefined
    const element: unknown = Array.isArray(elements) ? elements[Number(node['index'])] : undefined
    return isRecord(element) && element['isSplat'] !== true ? element['value'] : list
  }
  if (node['type'] !== 'AccessAttribute' || node['base'] !== undefined) return undefined
  const object = isRecord(shape) && isRecord(shape['expr']) ? shape['expr'] : undefined
  const attributes: unknown[] = Array.isArray(object?.['attributes']) ? object['attributes'] : []
  const named = attributes.find((one) => isRecord(one) && one['name'] === node['name'])
  return isRecord(named) ? named['value'] : NOTHING
}
