/**
 * The documents as they are half-way through a transaction: the store's, with this transaction's changes laid over.
 *
 *   working.set('a', document, 0, mutation); working.get('a')  →  document
 *   working.revisionBefore('a')                                →  the revision from before the transaction
 */
import { type JsonObject, type LakeDocument, isDocument, jsonBytes } from '../json.ts'
import { type EvaluateSettings, evaluate } from '../query/evaluate.ts'
import type { Plan } from '../query/plan.ts'
import { View } from '../query/view.ts'
import { Entry } from '../store/entry.ts'
import type { Mirror } from '../store/mirror.ts'

interface Touched {
  readonly id: string
  /** Which mutation of the request did it last. */
  readonly index: number
  /** `undefined`: deleted. */
  readonly document: LakeDocument | undefined
  /** What was done to it in this transaction, in the form that listeners are sent. */
  readonly mutations: readonly JsonObject[]
}

export class Working {
  #mirror: Mirror
  #touched = new Map<string, Touched>()

  constructor(mirror: Mirror) {
    this.#mirror = mirror
  }

  get(id: string): LakeDocument | undefined {
    const touched = this.#touched.get(id)
    return touched === undefined ? this.#mirror.get(id)?.document : touched.document
  }

  set(id: string, document: LakeDocument | undefined, index: number, mutation: JsonObject): void {
    const mutations = [...(this.#touched.get(id)?.mutations ?? []), mutation]
    this.#touched.set(id, { id, index, document, mutations })
  }

  touched(): Touched[] {
    return [...this.#touched.values()]
  }

  /** Two patches of one transaction may both name the revision their author saw: it is the one before both. */
  revisionBefore(id: string): unknown {
    return (this.#mirror.get(id)?.document ?? this.get(id))?.['_rev']
  }

  /** The documents that a query selects, with earlier changes of this transaction already in. */
  select(plan: Plan, settings: EvaluateSettings): LakeDocument[] | undefined {
    const result = evaluate(plan, this.#view(), settings)
    const found = Array.isArray(result) ? result : [result ?? []].flat()
    return found.every(isDocument) ? found : undefined
  }

  #view(): View {
    const kept = this.#mirror.entries.filter(({ id }) => !this.#touched.has(id))
    const changed = this.touched().flatMap(({ id, document }) =>
      document === undefined ? [] : new Entry(id, document._type, jsonBytes(document)),
    )
    const entries = changed.length === 0 ? kept : [...kept, ...changed].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return new View({ all: () => entries.map((entry) => ({ id: entry.id, entry, overlaid: false })) })
  }
}
