/**
 * Finds what a filter over everything certainly demands, and lets it start from fewer documents.
 *
 *   *[_type == "article" && slug == $s]   →  starts from the articles
 *   *[_id in $ids]                        →  starts from those ids
 *
 * The filter itself still runs, so that narrowing can only make it faster, never make it answer otherwise.
 */
import { type JsonObject, isRecord, isStringArray } from '../json.ts'
import type { Narrowing } from './view.ts'

export interface Source extends Narrowing {
  /** The parameter under which the documents are handed to groq-js. No query can spell a name that starts with NUL. */
  readonly name: string
}

export function narrow(node: JsonObject, sources: Source[]): void {
  if (node['type'] !== 'Filter') return
  const conditions: unknown[] = [node['expr']]
  let holder = node
  let base = node['base']
  while (isRecord(base) && base['type'] === 'Filter') {
    conditions.push(base['expr'])
    holder = base
    base = base['base']
  }
  if (!isRecord(base) || base['type'] !== 'Everything') return
  const demanded = conditions.flatMap(conjuncts)
  const types = demanded.map((condition) => demand(condition, '_type')).find((found) => found !== undefined)
  const ids = demanded.map((condition) => demand(condition, '_id')).find((found) => found !== undefined)
  if (types === undefined && ids === undefined) return
  const name = `\0s${sources.length}`
  sources.push(ids === undefined ? { name, types: types ?? [] } : { name, ids })
  holder['base'] = { type: 'Parameter', name }
}

function conjuncts(node: unknown): unknown[] {
  if (!isRecord(node)) return []
  if (node['type'] === 'And') return [...conjuncts(node['left']), ...conjuncts(node['right'])]
  return node['type'] === 'Group' ? conjuncts(node['base']) : [node]
}

/** `_type == "a"`, `"a" == _type` → ['a']; `_type in ["a", "b"]` → ['a', 'b']; anything else → undefined */
function demand(node: unknown, attribute: string): string[] | undefined {
  if (!isRecord(node) || node['type'] !== 'OpCall') return undefined
  const { op, left, right } = node
  if (op === '==') {
    const value = isAttribute(left, attribute)
      ? constant(right)
      : isAttribute(right, attribute)
        ? constant(left)
        : undefined
    return typeof value === 'string' ? [value] : undefined
  }
  const values = op === 'in' && isAttribute(left, attribute) ? constant(right) : undefined
  return isStringArray(values) ? values : undefined
}

function isAttribute(node: unknown, name: string): boolean {
  return isRecord(node) && node['type'] === 'AccessAttribute' && node['name'] === name && node['base'] === undefined
}

function constant(node: unknown): unknown {
  if (!isRecord(node)) return undefined
  if (node['type'] === 'Value') return node['value']
  if (node['type'] !== 'Array' || !Array.isArray(node['elements'])) return undefined
  const elements = node['elements'].map((element) =>
    isRecord(element) && element['isSplat'] !== true ? constant(element['value']) : undefined,
  )
  return elements.includes(undefined) ? undefined : elements
}
