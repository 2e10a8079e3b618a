/**
 * Finds what a filter over everything certainly demands, and lets it start from fewer documents.
 *
 *   *[_type == "article" && slug == $s]   →  starts from the articles
 *   *[_id in $ids]                        →  starts from those ids
 *   *[sanity::versionOf("a")]             →  starts from a, its draft and its versions
 *   *[_type == "article" && _id > $after] | order(_id) [0...500]   →  starts from 500 articles after that id
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
  const versionsOf = demanded.map(versionDemanded).find((found) => found !== undefined)
  if (types === undefined && ids === undefined && versionsOf === undefined) return
  const name = `\0s${sources.length}`
  const after = demanded.map(afterId).find((found) => found !== undefined)
  if (ids !== undefined) sources.push({ name, ids })
  else if (versionsOf !== undefined) sources.push({ name, versionsOf })
  else sources.push({ name, types: types ?? [], ...(after === undefined ? {} : { after }) })
  holder['base'] = { type: 'Parameter', name }
}

/**
 * A page of a long list: when the filter lets its whole source through and the order is the source's own, the first so many are all
 * that is needed. Asked of the tree as a whole, after its filters were narrowed.
 */
export function limit(tree: unknown, sources: Source[]): void {
  if (!isRecord(tree) || tree['type'] !== 'Slice' || tree['left'] !== 0 || typeof tree['right'] !== 'number') return
  const { right, isInclusive, base } = tree
  const filter = isRecord(base) && isOrderById(base) ? base['base'] : base
  if (!isRecord(filter) || filter['type'] !== 'Filter' || !isRecord(filter['base'])) return
  const name = filter['base']['type'] === 'Parameter' ? filter['base']['name'] : undefined
  const at = sources.findIndex((source) => source.name === name)
  const source = sources[at]
  if (source?.types?.length !== 1 || right < 0) return
  const [type] = source.types
  const whole = conjuncts(filter['expr']).every(
    (one) => demand(one, '_type')?.[0] === type || isAfter(one, source.after),
  )
  if (whole) sources[at] = { ...source, most: isInclusive === true ? right + 1 : right }
}

function isOrderById(node: JsonObject): boolean {
  const [by, more]: unknown[] = Array.isArray(node['args']) ? node['args'] : []
  return node['type'] === 'PipeFuncCall' && node['name'] === 'order' && isAttribute(by, '_id') && more === undefined
}

const isAfter = (node: unknown, after: string | undefined): boolean => after !== undefined && afterId(node) === after

/** `_id > "a"` → 'a' */
function afterId(node: unknown): string | undefined {
  if (!isRecord(node) || node['type'] !== 'OpCall' || node['op'] !== '>' || !isAttribute(node['left'], '_id'))
    return undefined
  const value = constant(node['right'])
  return typeof value === 'string' ? value : undefined
}

function conjuncts(node: unknown): unknown[] {
  if (!isRecord(node)) return []
  if (node['type'] === 'And') return [...conjuncts(node['left']), ...conjuncts(node['right'])]
  return node['type'] === 'Group' ? conjuncts(node['base']) : [node]
}

/** `_type == "a"`, `"a" == _type` → ['a']; `_type in ["a", "b"]`, `_type == "a" && … || _type == "b" && …` → ['a', 'b']; anything else → undefined */
function demand(node: unknown, attribute: string): string[] | undefined {
  if (!isRecord(node)) return undefined
  if (node['type'] === 'Or') {
    const [left, right] = [node['left'], node['right']].map((side) =>
      conjuncts(side)
        .map((one) => demand(one, attribute))
        .find((found) => found !== undefined),
    )
    return left === undefined || right === undefined ? undefined : [...new Set([...left, ...right])]
  }
  if (node['type'] !== 'OpCall') return undefined
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

/** `sanity::versionOf("a")` → 'a' */
function versionDemanded(node: unknown): string | undefined {
  if (!isRecord(node) || node['type'] !== 'FuncCall' || node['namespace'] !== 'sanity' || node['name'] !== 'versionOf')
    return undefined
  const [of]: unknown[] = Array.isArray(node['args']) ? node['args'] : []
  const id = constant(of)
  return typeof id === 'string' ? id : undefined
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
