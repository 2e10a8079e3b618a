/**
 * Finds the pages of searches: the first so many of what may hold the words, in an order that short fields tell.
 *
 *   *[_type == "article"] | score(title match "*渠水*", [@] match text::query("渠水")) [_score > 0] {_id, …} | order(_score desc) [0...100]
 *     →  { source: '\0s0', first: 100, fields: ['title', …], hoped, asked, … }
 *
 * `hoped` says of documents whether they belong and what they are ordered by, as if each held every word that only its whole text can
 * tell. Nothing stands further in front than that, so that only those at the front need be read, see ./front.ts. Hence only where a word
 * that is missing can do no more than take a document out or lower its score.
 */
import type { ExprNode } from 'groq-js'
import { type JsonObject, isRecord } from '../json.ts'
import { fieldsOf } from './fields.ts'
import type { Source } from './narrow.ts'
import { isHopeful, isPlain, referenceOf } from './hopeful.ts'
import { DOCUMENTS, expressionOf, keysOf } from './question.ts'
import { isAttribute, isOrderedByScore } from './ranked.ts'
import { type Search, lookUpBy } from './rewrite-search.ts'
import { type Order, orderOf } from './standing.ts'
import { visit } from './visit.ts'

export interface Page {
  readonly source: string
  readonly first: number
  readonly by: readonly Order[]
  readonly fields: readonly string[]
  /** Rows of `id` and `keys` for the documents of a parameter. */
  readonly hoped: ExprNode
  readonly asked: ExprNode
  /** What `hoped` looks up in place of `references("p1")`. */
  readonly references: readonly Reference[]
}

interface Reference {
  readonly prefix: string
  readonly id: string
}

interface Chain {
  readonly source: string
  readonly conditions: readonly unknown[]
  readonly isScored: boolean
}

export function findPages(root: JsonObject, sources: readonly Source[], searches: readonly Search[]): Page[] {
  const pages: Page[] = []
  visit(root, (_holder, _key, node) => {
    const page = pageIn(node, searches)
    if (page !== undefined && sources.some(({ name, needles }) => name === page.source && needles !== undefined))
      pages.push(page)
  })
  return pages
}

function pageIn(node: JsonObject, searches: readonly Search[]): Page | undefined {
  const { left, right, isInclusive, base: ordered } = node
  if (node['type'] !== 'Slice' || typeof left !== 'number' || typeof right !== 'number') return undefined
  if (left < 0 || right < 0 || !isRecord(ordered) || ordered['type'] !== 'PipeFuncCall' || ordered['name'] !== 'order')
    return undefined
  const shaped = ordered['base']
  if (!isRecord(shaped)) return undefined
  const shape = shaped['type'] === 'Map' ? shaped['expr'] : undefined
  const chain = chainOf(shape === undefined ? shaped : shaped['base'])
  const by = Array.isArray(ordered['args']) ? ordered['args'].map(orderOf) : []
  if (chain === undefined || !chain.conditions.every((one) => isHopeful(one, searches))) return undefined
  if (!keepsId(shape) || ![shape, ...by.map(({ key }) => key)].every(isPlain)) return undefined
  if (!isOrderedByScore(by, shape, chain.isScored)) return undefined
  const references: Reference[] = []
  const hoped = hopedOf(shaped, references)
  const fields = fieldsOf([chainOf(shape === undefined ? hoped : hoped['base'])?.conditions, shape, by])
  if (fields === undefined) return undefined
  const first = isInclusive === true ? right + 1 : right
  const { source } = chain
  return {
    source,
    first,
    by,
    fields,
    references,
    hoped: rowsOf(hoped, source, by),
    asked: rowsOf(structuredClone(shaped), source, by),
  }
}

/** Filters and scores down to the source. */
function chainOf(node: unknown): Chain | undefined {
  if (!isRecord(node)) return undefined
  if (node['type'] === 'Parameter') return { source: String(node['name']), conditions: [], isScored: false }
  const below = chainOf(node['base'])
  if (below === undefined) return undefined
  if (node['type'] === 'Filter') return { ...below, conditions: [...below.conditions, node['expr']] }
  if (node['type'] !== 'PipeFuncCall' || node['name'] !== 'score' || !Array.isArray(node['args'])) return undefined
  return { ...below, conditions: [...below.conditions, ...node['args']], isScored: true }
}

/** `{…, _id, …}`: the rows say which document they are of. */
function keepsId(shape: unknown): boolean {
  if (shape === undefined) return true
  const object = isRecord(shape) && shape['type'] === 'Projection' ? shape['expr'] : undefined
  const attributes: unknown = isRecord(object) && object['type'] === 'Object' ? object['attributes'] : undefined
  return (
    Array.isArray(attributes) &&
    attributes.every((one) => isRecord(one) && one['type'] === 'ObjectAttributeValue') &&
    attributes.some((one) => isRecord(one) && one['name'] === '_id' && isAttribute(one['value'], '_id'))
  )
}

/** The same with `references("p1")` looked up, which the whole document would have to tell. */
function hopedOf(shaped: JsonObject, references: Reference[]): JsonObject {
  const root = { shaped: structuredClone(shaped) }
  visit(root, (holder, key, node) => {
    const id = referenceOf(node)
    if (id === undefined) return
    const prefix = `\0r${references.length}:`
    references.push({ prefix, id })
    holder[key] = lookUpBy(prefix)
  })
  return root.shaped
}

/** `$documents | … {"id": _id, "keys": […]}` */
function rowsOf(shaped: JsonObject, source: string, by: readonly Order[]): ExprNode {
  const root = { shaped }
  visit(root, (holder, key, node) => {
    if (node['type'] === 'Parameter' && node['name'] === source) holder[key] = { type: 'Parameter', name: DOCUMENTS }
  })
  const id = { type: 'ObjectAttributeValue', name: 'id', value: { type: 'AccessAttribute', name: '_id' } }
  const expr = { type: 'Object', attributes: [id, keysOf(by)] }
  return expressionOf({ type: 'Map', base: root.shaped, expr: { type: 'Projection', base: { type: 'This' }, expr } })
}
