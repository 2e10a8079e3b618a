/**
 * Finds the parts of a query whose answer can be kept and mended with each change, instead of asked of every document again.
 *
 *   count(*[_type == "article" && defined(withdrawn)])       →  a count: which articles are counted is remembered
 *   *[_type == "article"] | order(publishedAt desc) [0...20] →  a window: the articles stand in order, the first 20 are taken
 *
 * Only where filter, shape and order look at nothing but the document itself: no reference followed, no other document, no clock. A
 * count is put in the query's place; for a window the query still runs, over the few documents that can be among the first.
 */
import { type JsonObject, isRecord } from '../json.ts'
import type { Source } from './narrow.ts'
import { visit } from './visit.ts'

export interface Standing {
  /** The parameter of the query that a count fills, or the name of the source that a window narrows. */
  readonly name: string
  readonly type: string
  /** Whether a document belongs. */
  readonly filter: unknown
  readonly window: Window | undefined
}

interface Window {
  /** What the order looks at: the document, or what the query makes of it. */
  readonly shape: unknown
  readonly by: readonly Order[]
  readonly first: number
}

export interface Order {
  readonly key: unknown
  readonly isDescending: boolean
}

/** Counts are replaced in the tree, and their sources taken from the list: nobody needs those documents any more. */
export function findStandings(root: JsonObject, sources: Source[]): Standing[] {
  const found: Standing[] = []
  visit(root, (holder, key, node) => {
    const counted = countedBy(node)
    const source = counted === undefined ? undefined : sourceOf(counted, sources)
    if (counted !== undefined && source !== undefined) {
      const name = `\0c${found.length}`
      found.push({ name, type: source.type, filter: counted['expr'], window: undefined })
      sources.splice(sources.indexOf(source.source), 1)
      holder[key] = { type: 'Parameter', name }
      return
    }
    const window = windowIn(node, sources)
    if (window !== undefined) found.push(window)
  })
  return found
}

function countedBy(node: JsonObject): JsonObject | undefined {
  if (node['type'] !== 'FuncCall' || node['namespace'] !== 'global' || node['name'] !== 'count') return undefined
  const [filter]: unknown[] = Array.isArray(node['args']) ? node['args'] : []
  return isRecord(filter) && filter['type'] === 'Filter' && isPure(filter['expr']) ? filter : undefined
}

function windowIn(node: JsonObject, sources: readonly Source[]): Standing | undefined {
  const { left, right, isInclusive, base: ordered } = node
  if (node['type'] !== 'Slice' || typeof left !== 'number' || typeof right !== 'number') return undefined
  if (left < 0 || right < 0 || !isRecord(ordered) || ordered['type'] !== 'PipeFuncCall' || ordered['name'] !== 'order')
    return undefined
  const shaped = ordered['base']
  const isShaped = isRecord(shaped) && shaped['type'] === 'Map'
  const filter = isShaped ? shaped['base'] : shaped
  const shape = isShaped ? shaped['expr'] : { type: 'This' }
  if (!isRecord(filter) || filter['type'] !== 'Filter') return undefined
  const by = Array.isArray(ordered['args']) ? ordered['args'].map(orderOf) : []
  const source = sourceOf(filter, sources)
  if (source === undefined || ![filter['expr'], shape, ...by.map(({ key }) => key)].every(isPure)) return undefined
  const first = isInclusive === true ? right + 1 : right
  return { name: source.source.name, type: source.type, filter: filter['expr'], window: { shape, by, first } }
}

export function orderOf(node: unknown): Order {
  if (!isRecord(node) || (node['type'] !== 'Desc' && node['type'] !== 'Asc')) return { key: node, isDescending: false }
  return { key: node['base'], isDescending: node['type'] === 'Desc' }
}

/** The source of all documents of one type that a filter starts from. */
function sourceOf(filter: JsonObject, sources: readonly Source[]): { source: Source; type: string } | undefined {
  const base = filter['base']
  const name = isRecord(base) && base['type'] === 'Parameter' ? base['name'] : undefined
  const source = sources.find((one) => one.name === name)
  const [type, more] = source?.types ?? []
  if (source === undefined || type === undefined || more !== undefined) return undefined
  const isWhole = source.after === undefined && source.most === undefined && source.needles === undefined
  return isWhole ? { source, type } : undefined
}

const PURE = new Set(
  `Value This AccessAttribute AccessElement Array ArrayElement ArrayCoerce Slice Object ObjectAttributeValue ObjectConditionalSplat
   ObjectSplat Projection Map FlatMap Filter OpCall And Or Not Neg Pos Group InRange Select SelectAlternative`.split(
    /\s+/u,
  ),
)
/** Of GROQ's functions those that look at nothing but what they are given; `references` looks at the document. */
const PURE_FUNCTIONS = new Set(
  `count coalesce defined length lower upper string round dateTime path references`
    .split(' ')
    .map((name) => `global::${name}`),
)
const PURE_NAMESPACES = new Set(['string', 'array', 'pt', 'math'])

export function isPure(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(isPure)
  if (!isRecord(node) || typeof node['type'] !== 'string') return true
  if (node['type'] === 'Value') return true
  if (node['type'] === 'FuncCall') {
    const namespace = String(node['namespace'])
    if (!PURE_NAMESPACES.has(namespace) && !PURE_FUNCTIONS.has(`${namespace}::${String(node['name'])}`)) return false
    return isPure(node['args'])
  }
  return PURE.has(node['type']) && Object.values(node).every(isPure)
}
