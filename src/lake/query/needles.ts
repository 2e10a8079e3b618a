/**
 * Finds what a search certainly demands of a document, so that an index can name the few that the query must look at.
 *
 *   *[_type == "article" && [@, _id] match text::query("渠水*")]  →  the source: only documents that hold 渠水
 *   … | score(boost(title match "*渠水*", 10), references("p1")) [_score > 0]  →  those that hold 渠水 or the value "p1"
 *   *[_type == "article" && lower(slug) == "a"]  →  those that hold the value "a" or "A"
 *
 * Of words only Chinese and numerals are looked for, which have no capital letters. The query itself still runs.
 */
import { type JsonObject, isRecord } from '../json.ts'
import type { Source } from './narrow.ts'
import { type Search, searchOf } from './rewrite-search.ts'
import type { Needle } from '../store/words.ts'
import { isPure } from './standing.ts'
import { visit } from './visit.ts'

export function findNeedles(root: JsonObject, sources: Source[], searches: readonly Search[]): void {
  visit(root, (_holder, _key, node) => {
    if (node['type'] !== 'Filter') return
    const scored = node['base']
    const isScored = isRecord(scored) && scored['type'] === 'PipeFuncCall' && scored['name'] === 'score'
    const needles =
      isScored && isScoreAboveNone(node['expr'])
        ? anyOf(scored['args'], { searches, isScored })
        : demandedBy(node['expr'], { searches, isScored: false })
    const at = needles === undefined ? -1 : sources.findIndex(({ name }) => name === sourceBelow(node))
    const source = sources[at]
    // Said twice of one source: either holds, the first is enough.
    if (source?.types !== undefined && needles !== undefined) sources[at] = { needles, ...source }
  })
}

interface Place {
  readonly searches: readonly Search[]
  /** A score is content with any one word of a pattern, a filter asks for all. */
  readonly isScored: boolean
}

/** The source that a chain of filters, perhaps scored, starts from. */
function sourceBelow(node: JsonObject): unknown {
  const { base } = node
  if (!isRecord(base)) return undefined
  if (base['type'] === 'Parameter') return base['name']
  const goesOn = base['type'] === 'Filter' || (base['type'] === 'PipeFuncCall' && base['name'] === 'score')
  return goesOn ? sourceBelow(base) : undefined
}

export function isScoreAboveNone(node: unknown): boolean {
  if (!isRecord(node) || node['type'] !== 'OpCall' || node['op'] !== '>') return false
  const { left, right } = node
  const isScore = isRecord(left) && left['type'] === 'AccessAttribute' && left['name'] === '_score'
  return isScore && isRecord(right) && right['type'] === 'Value' && right['value'] === 0
}

/** Whatever the condition is true of holds one of these; undefined when nothing can be said. */
function demandedBy(node: unknown, place: Place): Needle[] | undefined {
  if (!isRecord(node)) return undefined
  switch (node['type']) {
    case 'Group':
      return demandedBy(node['base'], place)
    case 'And':
      return demandedBy(node['left'], place) ?? demandedBy(node['right'], place)
    case 'Or':
      return anyOf([node['left'], node['right']], place)
    case 'OpCall':
      return demandedByComparison(node, place)
    case 'FuncCall':
      return demandedByCall(node, place)
    case 'AccessAttribute':
      return demandedBySearch(node, place)
    default:
      return undefined
  }
}

/** `slug == "A"`, `"A" in names`, `lower(slug) == "a"` → the value; `title match "*雪*"` → the run 雪 */
function demandedByComparison({ op, left, right }: JsonObject, { isScored }: Place): Needle[] | undefined {
  const value = constant(right)
  if (op === 'match') return isPath(left) ? (isScored ? runsIn(value) : runIn(value)) : undefined
  if (op === 'in') return isField(right) ? valueIn(constant(left)) : undefined
  return op === '==' && isField(left) ? valueIn(value) : undefined
}

/** A field that is written in the document, which `_originalId` and the `_id` of a draft that is seen as published are not. */
function isField(node: unknown): boolean {
  if (isLowered(node)) return isField(node['args'][0])
  return isRecord(node) && node['type'] === 'AccessAttribute' && !String(node['name']).startsWith('_') && isPath(node)
}

const PATHS = new Set(['AccessAttribute', 'AccessElement', 'ArrayCoerce', 'Slice', 'Group'])

/** Texts as they stand in the document, one by one: none put together of several, none that the query itself brings. */
function isPath(node: unknown): boolean {
  if (node === undefined) return true
  if (!isRecord(node)) return false
  if (node['type'] === 'This') return true
  if (node['type'] === 'Filter') return isPath(node['base']) && isPure(node['expr'])
  if (node['type'] === 'Map' || node['type'] === 'FlatMap') return isPath(node['base']) && isPath(node['expr'])
  if (node['type'] === 'Array' && Array.isArray(node['elements']))
    return node['elements'].every((element) => isRecord(element) && isPath(element['value']))
  return isLowered(node) ? isPath(node['args'][0]) : PATHS.has(String(node['type'])) && isPath(node['base'])
}

function isLowered(node: unknown): node is { args: [unknown] } {
  return (
    isRecord(node) &&
    node['type'] === 'FuncCall' &&
    node['name'] === 'lower' &&
    Array.isArray(node['args']) &&
    node['args'].length === 1
  )
}

const valueIn = (value: unknown): Needle[] | undefined => (typeof value === 'string' ? [{ value }] : undefined)

function anyOf(nodes: unknown, place: Place): Needle[] | undefined {
  const each = Array.isArray(nodes) ? nodes.map((node: unknown) => demandedBy(node, place)) : [undefined]
  return each.includes(undefined) ? undefined : each.flatMap((needles) => needles ?? [])
}

function demandedByCall({ name, args }: JsonObject, place: Place): Needle[] | undefined {
  const [first]: unknown[] = Array.isArray(args) ? args : []
  if (name === 'boost') return demandedBy(first, place)
  const id = name === 'references' && Array.isArray(args) && args.length === 1 ? constant(first) : undefined
  return valueIn(id)
}

/** `{"_ref": "\0t0:" + _id}->v`, which ./rewrite-search.ts has put there. */
function demandedBySearch(node: JsonObject, place: Place): Needle[] | undefined {
  const search = node['name'] === 'v' ? searchOf(node, place.searches) : undefined
  return search?.terms.flatMap(({ text, not }) => (not ? [] : [runIn(text)])).find((run) => run !== undefined)
}

function constant(node: unknown): unknown {
  return isRecord(node) && node['type'] === 'Value' ? node['value'] : undefined
}

/** The longest run of Chinese or numerals: whatever holds the text holds this. */
function runIn(text: unknown): Needle[] | undefined {
  if (typeof text !== 'string') return undefined
  const [run] = (text.match(/[\p{Script=Han}\d]+/gu) ?? []).toSorted((one, other) => other.length - one.length)
  return run === undefined ? undefined : [{ run }]
}

/** Between words as groq-js tells them apart. */
const BETWEEN = /[!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/u

/** The longest run of each word; undefined when one of them has none. */
function runsIn(pattern: unknown): Needle[] | undefined {
  if (typeof pattern !== 'string') return undefined
  const each = pattern.split(BETWEEN).flatMap((word) => (word === '' ? [] : [runIn(word)]))
  return each.includes(undefined) ? undefined : each.flatMap((needles) => needles ?? [])
}
