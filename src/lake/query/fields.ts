/**
 * Which fields of a document an expression looks at, so that no more of each document need be read.
 *
 *   fieldsOf(the tree of: _type == "article" && defined(withdrawn) && n > 1)  →  ['_type', 'withdrawn', 'n']
 *   fieldsOf(the tree of: references("a"))                                    →  undefined: all of it
 *
 * Perhaps more than it looks at, names inside other fields among them; never fewer. Asked of expressions that `isPure` lets through.
 */
import { isRecord } from '../json.ts'

const WHOLE = new Set(['ObjectSplat', 'ObjectConditionalSplat', 'Parent', 'Everything', 'Parameter'])

export function fieldsOf(node: unknown): string[] | undefined {
  const names = new Set<string>()
  return gather(node, names) ? [...names] : undefined
}

/** False where the whole document is looked at. */
function gather(node: unknown, names: Set<string>): boolean {
  if (Array.isArray(node)) return node.every((one) => gather(one, names))
  if (!isRecord(node) || node['type'] === 'Value') return true
  if (node['type'] === 'This' || WHOLE.has(String(node['type']))) return false
  if (node['type'] === 'FuncCall' && node['name'] === 'references') return false
  if (node['type'] === 'AccessAttribute') names.add(String(node['name']))
  // `@.name` and `@{…}` say below what of it they look at.
  const base = node['type'] === 'AccessAttribute' || node['type'] === 'Projection' ? node['base'] : undefined
  const isOfThis = isRecord(base) && base['type'] === 'This'
  return Object.entries(node).every(([key, inner]) => (key === 'base' && isOfThis ? true : gather(inner, names)))
}
