/**
 * The documents of one perspective as a query needs them: all, by type, by id. Made once per version of the store.
 *
 *   view.select({ types: ['article'] })   →  the articles, nothing else parsed
 *   view.byId('profile-1')                →  the document behind a reference
 */
import type { LakeDocument } from '../json.ts'
import type { Entry } from '../store/entry.ts'
import type { Mirror } from '../store/mirror.ts'
import { type Perspective, type Seen, seenThrough } from './perspective.ts'

/** What a filter certainly asks for; nothing given means everything. */
export interface Narrowing {
  readonly types?: readonly string[]
  readonly ids?: readonly string[]
}

export class View {
  #seen: readonly Seen[]
  #byId: Map<string, Seen> | undefined
  #byType = new Map<string, readonly LakeDocument[]>()
  #all: readonly LakeDocument[] | undefined

  constructor(seen: readonly Seen[]) {
    this.#seen = seen
  }

  byId(id: string): LakeDocument | undefined {
    this.#byId ??= new Map(this.#seen.map((seen) => [seen.id, seen]))
    const seen = this.#byId.get(id)
    return seen === undefined ? undefined : documentOf(seen)
  }

  select({ types, ids }: Narrowing): readonly LakeDocument[] {
    // Sorted, so that an answer has the same order whichever way it was found.
    if (ids !== undefined) return [...new Set(ids)].toSorted().flatMap((id) => this.byId(id) ?? [])
    const [only] = types ?? []
    if (types?.length === 1 && only !== undefined) return this.#ofType(only)
    this.#all ??= this.#seen.map(documentOf)
    return types === undefined ? this.#all : this.#all.filter(({ _type }) => types.includes(_type))
  }

  #ofType(type: string): readonly LakeDocument[] {
    const known = this.#byType.get(type)
    if (known !== undefined) return known
    const documents = this.#seen.filter(({ entry }) => entry.type === type).map(documentOf)
    this.#byType.set(type, documents)
    return documents
  }
}

export class Views {
  #version = -1
  #views = new Map<string, View>()

  of(mirror: Mirror, perspective: Perspective): View {
    if (this.#version !== mirror.version) this.#views.clear()
    this.#version = mirror.version
    const key = typeof perspective === 'string' ? perspective : perspective.join(',')
    const known = this.#views.get(key)
    if (known !== undefined) return known
    const view = new View(seenThrough(perspective, mirror.entries))
    this.#views.set(key, view)
    return view
  }
}

const OVERLAID = new WeakMap<Entry, LakeDocument>()

function documentOf({ id, entry, overlaid }: Seen): LakeDocument {
  if (!overlaid) return entry.document
  const known = OVERLAID.get(entry)
  if (known !== undefined) return known
  const document = { ...entry.document, _id: id, _type: entry.type, _originalId: entry.id }
  OVERLAID.set(entry, document)
  return document
}
