/**
 * Functions that groq-js parses but can't run in step, named before they fail half-way with "not implemented".
 *
 *   findUnsupported(the node of geo::distance(a, b))  →  'geo::distance'
 */
import type { JsonObject } from '../json.ts'

const NAMESPACES = new Set(['geo', 'documents', 'delta', 'diff', 'media', 'user'])
const FUNCTIONS = new Set(['text::semanticSimilarity', 'global::anywhere'])

export function findUnsupported(node: JsonObject): string | undefined {
  if (node['type'] !== 'FuncCall') return undefined
  const namespace = String(node['namespace'])
  const name = `${namespace}::${String(node['name'])}`
  if (!NAMESPACES.has(namespace) && !FUNCTIONS.has(name)) return undefined
  return name.replace(/^global::/, '')
}
