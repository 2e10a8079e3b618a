/**
 * Queries that an index of the file answers, with no document in memory: what a mirror of the archive asks to learn what changed.
 *
 *   *[_type == "article" && _id > $after] | order(_id) [0...500]{_id, _type, _rev, _updatedAt}
 *     →  { heads: { type: 'article', after: 'article-a', most: 500 } }
 *   {"articles": count(*[_type == "article"]), "site": count(*[_type == "site" && _id == "site"])}
 *     →  { counts: [{ name: 'articles', type: 'article', id: undefined }, { name: 'site', type: 'site', id: 'site' }] }
 *   anything else  →  undefined
 *
 * Asked of the tree as it was parsed, parameters written in. The answer is the one that evaluation would give.
 */
import { type JsonObject, isRecord } from '../json.ts'
import type { HeadsWanted } from '../store/reader.ts'

interface Count {
  readonly name: string
  readonly type: string
  readonly id: string | undefined
}

export type Direct = { readonly heads: HeadsWanted } | { readonly counts: readonly Count[] }

const HEAD = ['_id', '_type', '_rev', '_updatedAt']

export function directOf(tree: unknown): Direct | undefined {
  if (!isRecord(tree)) return undefined
  const heads = tree['type'] === 'Map' ? headsOf(tree) : undefined
  if (heads !== undefined) return { heads }
  const counts = tree['type'] === 'Object' ? each(tree['attributes'], countOf) : undefined
  return counts === undefined ? undefined : { counts }
}

function headsOf({ base: slice, expr: projection }: JsonObject): HeadsWanted | undefined {
  if (!isRecord(projection) || projection['type'] !== 'Projection' || !isHead(projection['expr'])) return undefined
  if (!isRecord(slice) || slice['type'] !== 'Slice' || slice['left'] !== 0 || slice['isInclusive'] === true)
    return undefined
  const { right: most, base: ordered } = slice
  if (typeof most !== 'number' || most < 0 || !isRecord(ordered) || ordered['name'] !== 'order') return undefined
  const [by, more]: unknown[] = Array.isArray(ordered['args']) ? ordered['args'] : []
  if (!isAttribute(by, '_id') || more !== undefined) return undefined
  const conditions = conditionsOf(ordered['base'])
  const type = textIn(conditions?.[0], '==', '_type')
  const after = textIn(conditions?.[1], '>', '_id')
  return conditions?.length === 2 && type !== undefined && after !== undefined ? { type, after, most } : undefined
}

/** Exactly the four, in this order: the order of the answer's fields is the query's. */
function isHead(object: unknown): boolean {
  const names = isRecord(object) ? each(object['attributes'], (one) => nameOf(one)) : undefined
  return names?.join() === HEAD.join()
}

function nameOf(attribute: unknown): string | undefined {
  if (!isRecord(attribute) || attribute['type'] !== 'ObjectAttributeValue') return undefined
  const name = String(attribute['name'])
  return isAttribute(attribute['value'], name) ? name : undefined
}

function countOf(attribute: unknown): Count | undefined {
  if (!isRecord(attribute) || attribute['type'] !== 'ObjectAttributeValue' || !isRecord(attribute['value']))
    return undefined
  const { type: node, namespace, name, args } = attribute['value']
  if (node !== 'FuncCall' || namespace !== 'global' || name !== 'count' || !Array.isArray(args)) return undefined
  const conditions = conditionsOf(args[0])
  const type = textIn(conditions?.[0], '==', '_type')
  const id = textIn(conditions?.[1], '==', '_id')
  if (type === undefined || conditions?.length !== (id === undefined ? 1 : 2)) return undefined
  return { name: String(attribute['name']), type, id }
}

/** `*[a && b]` → [a, b] */
function conditionsOf(node: unknown): unknown[] | undefined {
  if (!isRecord(node) || node['type'] !== 'Filter' || !isRecord(node['base'])) return undefined
  if (node['base']['type'] !== 'Everything' || !isRecord(node['expr'])) return undefined
  return node['expr']['type'] === 'And' ? [node['expr']['left'], node['expr']['right']] : [node['expr']]
}

function textIn(node: unknown, op: string, attribute: string): string | undefined {
  if (!isRecord(node) || node['type'] !== 'OpCall' || node['op'] !== op || !isAttribute(node['left'], attribute))
    return undefined
  const { right } = node
  return isRecord(right) && right['type'] === 'Value' && typeof right['value'] === 'string' ? right['value'] : undefined
}

const isAttribute = (node: unknown, name: string): boolean =>
  isRecord(node) && node['type'] === 'AccessAttribute' && node['name'] === name && node['base'] === undefined

/** Every item turned by a function, or undefined when one of them is not. */
function each<T>(list: unknown, turn: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(list)) return undefined
  const turned = list.map(turn).filter((one) => one !== undefined)
  return turned.length === list.length ? turned : undefined
}
