/**
 * From GROQ text to something that runs fast: parsed once, checked, narrowed, with `text::query` made runnable.
 *
 *   plan('*[_type == $t]{title}', { t: 'article' })
 *   →  { tree, sources: [{ name: '\0s0', types: ['article'] }], searches: [] }
 *
 * groq-js writes the parameters into the tree, so that a plan belongs to a query *and* its parameters.
 */
import { type ExprNode, GroqSyntaxError, parse } from 'groq-js'
import { queryParseError } from '../error.ts'
import type { JsonObject } from '../json.ts'
import { isBare } from './bare.ts'
import { type Direct, directOf } from './direct.ts'
import { type Source, limit, narrow } from './narrow.ts'
import { findNeedles } from './needles.ts'
import { type Page, findPages } from './page.ts'
import { type Search, dropDecided, rewriteSearch } from './rewrite-search.ts'
import { type Standing, findStandings } from './standing.ts'
import { findUnsupported } from './unsupported.ts'
import { visit } from './visit.ts'

export interface Plan {
  readonly tree: ExprNode
  readonly sources: readonly Source[]
  readonly searches: readonly Search[]
  /** Answered from stored bytes, see ./bare.ts. */
  readonly bare: boolean
  /** Answered by an index of the file, see ./direct.ts. */
  readonly direct: Direct | undefined
  /** Parts whose answers are kept, see ./standing.ts. */
  readonly standings: readonly Standing[]
  /** Searches of which only the front is read, see ./page.ts. */
  readonly pages: readonly Page[]
}

const KEPT = 500
const LONGEST_KEY = 20_000

export class Plans {
  #plans = new Map<string, Plan>()
  #keepsAnswers: boolean

  /** Whoever evaluates the plans again and again may keep answers; whoever looks at single documents must not. */
  constructor(options: { keepsAnswers?: boolean } = {}) {
    this.#keepsAnswers = options.keepsAnswers === true
  }

  of(query: string, params: JsonObject): Plan {
    const key = `${query}\0${JSON.stringify(params)}`
    const known = this.#plans.get(key)
    const plan = known ?? makePlan(query, params, this.#keepsAnswers)
    // A query with ten thousand ids as its parameter is not asked twice; keeping it would only cost memory.
    if (key.length > LONGEST_KEY) return plan
    this.#plans.delete(key)
    this.#plans.set(key, plan)
    if (this.#plans.size > KEPT) this.#forgetOldest()
    return plan
  }

  #forgetOldest(): void {
    for (const key of this.#plans.keys()) {
      this.#plans.delete(key)
      return
    }
  }
}

function makePlan(query: string, params: JsonObject, keepsAnswers: boolean): Plan {
  // The root has a parent of its own so that a rewrite can replace it like any other node.
  const root = { tree: parseQuery(query, params) }
  const sources: Source[] = []
  const searches: Search[] = []
  const direct = directOf(root.tree)
  visit(root, (holder, key, node) => {
    checkNode(query, node)
    rewriteSearch(holder, key, node, searches)
    narrow(node, sources)
  })
  visit(root, (_holder, _key, node) => dropDecided(node))
  limit(root.tree, sources)
  findNeedles(root, sources, searches)
  const bare = isBare(root.tree)
  const standings = bare || !keepsAnswers ? [] : findStandings(root, sources)
  const pages = keepsAnswers ? findPages(root, sources, searches) : []
  return { tree: root.tree, sources, searches, bare, direct, standings, pages }
}

function parseQuery(query: string, params: JsonObject): ExprNode {
  try {
    return parse(query, { params })
  } catch (error) {
    if (error instanceof GroqSyntaxError) {
      const detail = error.message.replace(/^Syntax error in GROQ query at position \d+: /, '')
      throw queryParseError(query, detail, error.position, error.position + 1)
    }
    throw queryParseError(query, error instanceof Error ? error.message : String(error), 0, query.length)
  }
}

function checkNode(query: string, node: JsonObject): void {
  // Names that start with NUL are our own sources, put there by `narrow`.
  if (node['type'] === 'Parameter' && !String(node['name']).startsWith('\0')) {
    const name = `$${String(node['name'])}`
    const start = Math.max(query.indexOf(name), 0)
    throw queryParseError(query, `param ${name} referenced, but not provided`, start, start + name.length)
  }
  const unsupported = findUnsupported(node)
  if (unsupported === undefined) return
  const start = Math.max(query.indexOf(unsupported), 0)
  throw queryParseError(
    query,
    `${unsupported}() is not available in the embedded lake`,
    start,
    start + unsupported.length,
  )
}
