/**
 * Questions of ours to documents, put together as trees.
 *
 *   expressionOf({ type: 'Map', base: { type: 'Parameter', name: DOCUMENTS }, expr: … })  →  what groq-js evaluates
 */
import { type ExprNode, parse } from 'groq-js'
import type { JsonObject } from '../json.ts'
import { visit } from './visit.ts'

/** The parameter of the documents that are asked. No query can spell a name that starts with NUL. */
export const DOCUMENTS = '\0d'

export function expressionOf(tree: JsonObject): ExprNode {
  const root = { tree: parse('*') }
  visit(root, (holder, key, node) => {
    if (node['type'] === 'Everything') holder[key] = tree
  })
  return root.tree
}

/** `"keys": [what comes first is ordered by, what comes second]` */
export function keysOf(by: readonly { readonly key: unknown }[]): JsonObject {
  const elements = by.map(({ key }) => ({ type: 'ArrayElement', value: key, isSplat: false }))
  return { type: 'ObjectAttributeValue', name: 'keys', value: { type: 'Array', elements } }
}
