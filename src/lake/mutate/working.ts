/**
 * The documents as they are half-way through a transaction: the store's, with this transaction's changes laid over.
 *
 *   working.set('a', document, 0, mutation); working.get('a')  →  document
 *   working.revisionBefore('a')                                →  the revision from before the transaction
 */
import { type JsonObject, type LakeDocument, isDocument, jsonBytes } from '../json.ts'
import { type EvaluateSettings, evaluate } from '../query/evaluate.ts'
import type { Plan } from '../query/plan.ts'
import type { Seen } from '../query/perspective.ts'
import { View } from '../query/view.ts'
import { type Entry, HeldEntry } from '../store/entry.ts'
import type { WriteTransaction } from '../store/write.ts'

interface Touched {
  readonly id: string
  /** Which mutation of the request did it last. */
  readonly index: number
  /** `undefined`: deleted. */
  readonly document: LakeDocument | undefined
  /** What was done to it in this transaction, in the form that listeners are sent. */
  readonly mutations: readonly JsonObject[]
}

/** The documents from before the transaction. */
type Stored = Pick<WriteTransaction, 'mirror' | 'holding'>

export class Working {
  #stored: Stored
  #touched = new Map<string, Touched>()

  constructor(stored: Stored) {
    this.#stored = stored
  }

  get(id: string): LakeDocument | undefined {
    const touched = this.#touched.get(id)
    return touched === undefined ? this.#stored.mirror.get(id)?.document : touched.document
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
    return (this.#stored.mirror.get(id)?.document ?? this.get(id))?.['_rev']
  }

  /** The documents that a query selects, with earlier changes of this transaction already in. */
  select(plan: Plan, settings: EvaluateSettings): LakeDocument[] | undefined {
    const result = evaluate(plan, this.#view(), settings)
    const found = Array.isArray(result) ? result : [result ?? []].flat()
    return found.every(isDocument) ? found : undefined
  }

  #view(): View {
    const changed = new Map(
      this.touched().flatMap(({ id, document }) =>
        document === undefined ? [] : [[id, new HeldEntry(id, document._type, jsonBytes(document))] as const],
      ),
    )
    const entryOf = (id: string): Entry | undefined =>
      this.#touched.has(id) ? changed.get(id) : this.#stored.mirror.get(id)
    const one = (id: string): Seen | undefined => {
      const entry = entryOf(id)
      return entry === undefined ? undefined : { id, entry, overlaid: false }
    }
    const each = (ids: Iterable<string>): Seen[] => [...new Set(ids)].toSorted().flatMap((id) => one(id) ?? [])
    return new View({
      all: () => each([...this.#stored.mirror.entries.map(({ id }) => id), ...changed.keys()]),
      one,
      // What this transaction changed, the file's index does not know yet.
      holding: (needles) => {
        const held = this.#stored.holding(needles)
        return held === undefined ? undefined : each([...held, ...changed.keys()])
      },
    })
  }
}
