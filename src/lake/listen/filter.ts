/**
 * Whether a document is among those that a listener asked for.
 *
 *   const matches = documentFilter(context, '*[_type == $t]', { t: 'article' })
 *   matches({ _id: 'a', _type: 'article', … })  →  true        matches(undefined)  →  false
 */
import type { LakeContext } from '../context.ts'
import { type JsonObject, type LakeDocument, jsonBytes } from '../json.ts'
import { evaluate } from '../query/evaluate.ts'
import { Plans } from '../query/plan.ts'
import { View } from '../query/view.ts'
import { HeldEntry } from '../store/entry.ts'

export type DocumentFilter = (document: LakeDocument | undefined) => boolean

export function documentFilter(context: LakeContext, query: string, params: JsonObject): DocumentFilter {
  // The Studio listens to everything for its previews: nothing to evaluate.
  if (query.trim() === '*') return (document) => document !== undefined
  const plan = new Plans().of(query, params)
  const { projectId, dataset, store } = context
  return (document) => {
    if (document === undefined) return false
    const view = new OneOf(document, (id) => store.look((mirror) => mirror.get(id)?.document))
    const result = evaluate(plan, view, { now: context.now(), projectId, dataset })
    return Array.isArray(result) ? result.length > 0 : result !== null && result !== undefined && result !== false
  }
}

/** One document to choose from, and all of them to follow references to. */
class OneOf extends View {
  #others: (id: string) => LakeDocument | undefined

  constructor(document: LakeDocument, others: (id: string) => LakeDocument | undefined) {
    const entry = new HeldEntry(document._id, document._type, jsonBytes(document))
    super({ all: () => [{ id: document._id, entry, overlaid: false }] })
    this.#others = others
  }

  override byId(id: string): LakeDocument | undefined {
    return super.byId(id) ?? this.#others(id)
  }

  override select(narrowing: Parameters<View['select']>[0]): readonly LakeDocument[] {
    const { ids } = narrowing
    // `select` looks ids up by `byId`, which here also knows the others.
    const [own] = super.select({})
    if (ids !== undefined) return own !== undefined && ids.includes(own._id) ? [own] : []
    return super.select(narrowing)
  }
}
