/**
 * Replaces `… match text::query(…)` by something groq-js can run.
 *
 *   [@, _id] match text::query("博物馆")  →  {"_ref": "\0t0:" + _id}->v   answered by the dereference hook
 *   title match text::query("博物馆 -广告")  →  title match "*博物馆*" && !(title match "*广告*")
 *   anything match text::query("*")       →  true
 */
import { type JsonObject, isRecord } from '../json.ts'
import { type Term, parseTerms } from './search.ts'

export interface Search {
  readonly prefix: string
  readonly terms: readonly Term[]
}

export function rewriteSearch(holder: JsonObject, key: string, node: JsonObject, searches: Search[]): void {
  if (node['type'] !== 'OpCall' || node['op'] !== 'match') return
  const query = queryOf(node['right'])
  if (query === undefined) return
  const terms = parseTerms(query)
  if (terms.length === 0) holder[key] = { type: 'Value', value: true }
  else if (asksWholeDocument(node['left'])) holder[key] = lookUp(terms, searches)
  else holder[key] = eachTerm(node, terms)
}

/** `true || references("")` → `true`, in a filter: what the Studio's lists ask while nobody searches. Scores would add both up. */
export function dropDecided(node: JsonObject): void {
  if (node['type'] === 'Filter') node['expr'] = decided(node['expr'])
}

function decided(node: unknown): unknown {
  if (!isRecord(node)) return node
  if (node['type'] === 'Group') return decided(node['base'])
  if (node['type'] !== 'And' && node['type'] !== 'Or') return node
  const [left, right] = [decided(node['left']), decided(node['right'])]
  return node['type'] === 'Or' && (isTrue(left) || isTrue(right))
    ? { type: 'Value', value: true }
    : { ...node, left, right }
}

const isTrue = (node: unknown): boolean => isRecord(node) && node['type'] === 'Value' && node['value'] === true

function queryOf(node: unknown): string | undefined {
  if (!isRecord(node) || node['type'] !== 'FuncCall' || node['namespace'] !== 'text' || node['name'] !== 'query')
    return undefined
  const [argument]: unknown[] = Array.isArray(node['args']) ? node['args'] : []
  // A query that is not a constant string can't be prepared; null matches nothing, as GROQ has it.
  return isRecord(argument) && argument['type'] === 'Value' && typeof argument['value'] === 'string'
    ? argument['value']
    : undefined
}

function asksWholeDocument(node: unknown): boolean {
  if (!isRecord(node)) return false
  if (node['type'] === 'This') return true
  if (node['type'] === 'Group') return asksWholeDocument(node['base'])
  return (
    Array.isArray(node['elements']) &&
    node['elements'].some((element) => isRecord(element) && asksWholeDocument(element['value']))
  )
}

/** A match for each term: one pattern of several words would, within `score()`, be content with any one of them. */
function eachTerm(node: JsonObject, terms: readonly Term[]): JsonObject {
  return terms
    .map(({ text, not }): JsonObject => {
      // groq-js matches `*word*` inside its tokens, and a Chinese sentence is one token.
      const match = { ...structuredClone(node), right: { type: 'Value', value: `*${text}*` } }
      return not ? { type: 'Not', base: match } : match
    })
    .reduce((left, right) => ({ type: 'And', left, right }))
}

function lookUp(terms: readonly Term[], searches: Search[]): JsonObject {
  const prefix = `\0t${searches.length}:`
  searches.push({ prefix, terms })
  return lookUpBy(prefix)
}

export function lookUpBy(prefix: string): JsonObject {
  const id = { type: 'AccessAttribute', name: '_id' }
  const value = { type: 'OpCall', op: '+', left: { type: 'Value', value: prefix }, right: id }
  const base = { type: 'Object', attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value }] }
  return { type: 'AccessAttribute', name: 'v', base: { type: 'Deref', base } }
}

export function isLookUp(node: unknown, searches: readonly Search[]): boolean {
  return isRecord(node) && node['name'] === 'v' && searchOf(node, searches) !== undefined
}

/** Which search a node looks up that was put there in its place. */
export function searchOf({ base }: JsonObject, searches: readonly Search[]): Search | undefined {
  if (!isRecord(base) || base['type'] !== 'Deref') return undefined
  const told = JSON.stringify(base)
  return searches.find(({ prefix }) => told.includes(JSON.stringify(prefix)))
}
