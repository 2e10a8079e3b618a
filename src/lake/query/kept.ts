/**
 * The kept answers of one plan through one perspective, mended with what changed since they were last asked for.
 *
 *   const kept = new Kept(plan.standings, ['drafts'])
 *   kept.bring(mirror, view, settings)
 *   kept.params                        →  { '\0c0': 41 }
 *   kept.first('\0s0')                 →  ['a9', 'a4', …]   the ids that can be among the first
 */
import { type ExprNode, evaluateSync } from 'groq-js'
import { type JsonObject, isRecord } from '../json.ts'
import type { Mirror } from '../store/mirror.ts'
import type { EvaluateSettings } from './evaluate.ts'
import { fieldsOf } from './fields.ts'
import { comparing, placeOf, type Ranked } from './order.ts'
import { type Perspective, type Seen, seenIdOf } from './perspective.ts'
import type { Plan } from './plan.ts'
import { DOCUMENTS, expressionOf, keysOf } from './question.ts'
import type { Standing } from './standing.ts'
import type { View } from './view.ts'

/** The kept answers of all plans: those that were asked for lately. */
export class KeptAnswers {
  #kept = new Map<Plan, Map<string, Kept>>()

  of(plan: Plan, perspective: Perspective): Kept | undefined {
    if (plan.standings.length === 0) return undefined
    const byPerspective = this.#kept.get(plan) ?? new Map<string, Kept>()
    this.#kept.delete(plan)
    this.#kept.set(plan, byPerspective)
    if (this.#kept.size > MOST_KEPT) this.#forgetOldest()
    const name = String(perspective)
    const kept = byPerspective.get(name) ?? new Kept(plan.standings, perspective)
    byPerspective.set(name, kept)
    return kept
  }

  #forgetOldest(): void {
    for (const plan of this.#kept.keys()) {
      this.#kept.delete(plan)
      return
    }
  }
}

const MOST_KEPT = 40
/** Beyond this, everything is looked at anew. */
const MOST_MENDED = 1_000
/** Documents looked at in one go. */
const CHUNK = 256

export class Kept {
  #standings: readonly Standing[]
  #perspective: Perspective
  #question: ExprNode
  #types: ReadonlySet<string>
  /** Undefined: all of each document. */
  #fields: readonly string[] | undefined
  #version = -1
  /** Of each standing: its members by id, and for a window in order. */
  #members: Map<string, Ranked>[] = []
  #inOrder: Ranked[][] = []

  constructor(standings: readonly Standing[], perspective: Perspective) {
    this.#standings = standings
    this.#perspective = perspective
    this.#question = questionOf(standings)
    this.#types = new Set(standings.map(({ type }) => type))
    this.#fields = fieldsOf(standings.map(({ filter, window }) => [filter, shapeOf(window), window?.by]))
  }

  get params(): JsonObject {
    const counts = this.#standings.flatMap(({ name, window }, at) =>
      window === undefined ? [[name, this.#members[at]?.size ?? 0] as const] : [],
    )
    return Object.fromEntries(counts)
  }

  /** Undefined for a source that no window narrows. */
  first(source: string): readonly string[] | undefined {
    const at = this.#standings.findIndex(({ name, window }) => window !== undefined && name === source)
    const most = this.#standings[at]?.window?.first
    return most === undefined ? undefined : this.#inOrder[at]?.slice(0, most).map(({ id }) => id)
  }

  bring(mirror: Mirror, view: View, settings: EvaluateSettings): void {
    const changed = mirror.changedSince(this.#version)
    if (changed === undefined || changed.size > MOST_MENDED) this.#lookAtAll(view, settings)
    else if (changed.size > 0)
      this.#mend(new Set([...changed].map((id) => seenIdOf(this.#perspective, id))), view, settings)
    this.#version = mirror.version
  }

  #lookAtAll(view: View, settings: EvaluateSettings): void {
    this.#members = this.#standings.map(() => new Map())
    const seen = view.seen.filter(({ entry }) => this.#types.has(entry.type))
    for (let from = 0; from < seen.length; from += CHUNK) {
      const rows = this.#ask(view, seen.slice(from, from + CHUNK), settings)
      for (const { at, member } of rows) this.#members[at]?.set(member.id, member)
    }
    this.#inOrder = this.#standings.map((standing, at) =>
      standing.window === undefined ? [] : [...(this.#members[at]?.values() ?? [])].toSorted(orderIn(standing)),
    )
  }

  #mend(ids: ReadonlySet<string>, view: View, settings: EvaluateSettings): void {
    for (const [at, standing] of this.#standings.entries()) {
      for (const id of ids) this.#remove(at, standing, id)
    }
    const seen = [...ids].flatMap((id) => view.one(id) ?? []).filter(({ entry }) => this.#types.has(entry.type))
    for (const { at, standing, member } of this.#ask(view, seen, settings)) {
      this.#members[at]?.set(member.id, member)
      const order = this.#inOrder[at]
      if (standing.window !== undefined) order?.splice(placeOf(order, member, orderIn(standing)), 0, member)
    }
  }

  #remove(at: number, standing: Standing, id: string): void {
    const member = this.#members[at]?.get(id)
    const order = this.#inOrder[at]
    if (member === undefined || order === undefined) return
    this.#members[at]?.delete(id)
    if (standing.window !== undefined) order.splice(placeOf(order, member, orderIn(standing)), 1)
  }

  /** Which of the documents belong to which standing, and by what they are ordered there. */
  #ask(view: View, seen: readonly Seen[], { now, projectId, dataset }: EvaluateSettings) {
    const options = {
      dataset: [],
      params: { [DOCUMENTS]: view.read(seen, this.#fields) },
      timestamp: now,
      identity: 'lake',
      sanity: { projectId, dataset },
    }
    const rows: unknown = evaluateSync(this.#question, options).data
    return (Array.isArray(rows) ? rows : []).flatMap((row: unknown, index) =>
      this.#standings.flatMap((standing, at) => {
        const one = seen[index]
        if (!isRecord(row) || one === undefined || one.entry.type !== standing.type || row[`m${at}`] !== true) return []
        const shaped = row[`k${at}`]
        const keys = isRecord(shaped) && Array.isArray(shaped['keys']) ? shaped['keys'] : []
        return [{ at, standing, member: { id: one.id, keys } }]
      }),
    )
  }
}

/** All questions to a document as one projection: `$documents{"m0": …, "k1": @{…}{"keys": […]}}`. */
function questionOf(standings: readonly Standing[]): ExprNode {
  const attributes = standings.flatMap(({ filter, window }, at) => [
    { type: 'ObjectAttributeValue', name: `m${at}`, value: filter },
    ...(window === undefined ? [] : [{ type: 'ObjectAttributeValue', name: `k${at}`, value: shapedKeysOf(window) }]),
  ])
  const expr = { type: 'Projection', base: { type: 'This' }, expr: { type: 'Object', attributes } }
  return expressionOf({ type: 'Map', base: { type: 'Parameter', name: DOCUMENTS }, expr })
}

const orderIn = ({ window }: Standing) => comparing(window?.by ?? [])

/** What is ordered as it is says only by its keys what it looks at. */
const shapeOf = (window: Standing['window']): unknown =>
  isRecord(window?.shape) && window.shape['type'] === 'This' ? undefined : window?.shape

function shapedKeysOf({ shape, by }: NonNullable<Standing['window']>): JsonObject {
  return { type: 'Projection', base: shape, expr: { type: 'Object', attributes: [keysOf(by)] } }
}
