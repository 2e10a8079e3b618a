/**
 * The documents of one perspective as a query needs them: all, by type, by id. Made once per version of the store.
 *
 *   view.select({ types: ['article'] })                            →  the articles, nothing else parsed
 *   view.select({ types: ['article'], after: 'a1', most: 500 })    →  the first 500 articles whose id comes after 'a1'
 *   view.stubs({ types: ['article'] })                             →  [{ _id, _type }, …], no document parsed
 *   view.byId('profile-1')                →  the document behind a reference
 */
import type { LakeDocument } from '../json.ts'
import { stubOf } from '../store/entry.ts'
import type { Mirror } from '../store/mirror.ts'
import type { Store } from '../store/store.ts'
import type { Needle } from '../store/words.ts'
import { type Perspective, type Seen, seenIdOf, seenOne, seenThrough } from './perspective.ts'

/** What a filter certainly asks for; nothing given means everything. */
export interface Narrowing {
  readonly types?: readonly string[]
  readonly ids?: readonly string[]
  /** With a type: only ids after this one, and at most so many. */
  readonly after?: string
  readonly most?: number
  /** With types: only documents that hold one of these. */
  readonly needles?: readonly Needle[]
  /** Every version of this id, as they are stored. */
  readonly versionsOf?: string
}

/** How a view finds documents: all of them, made when somebody needs all, one by its id, those that may hold a needle. */
export interface Finder {
  all(): readonly Seen[]
  /** Undefined where only a look at all can tell. */
  holding?(needles: readonly Needle[]): readonly Seen[] | undefined
  one?(id: string): Seen | undefined
  versionsOf?(id: string): string[]
}

export class View {
  #finder: Finder
  #seen: readonly Seen[] | undefined
  #byId: Map<string, Seen> | undefined
  #byType = new Map<string, readonly Seen[]>()

  constructor(finder: Finder) {
    this.#finder = finder
  }

  get seen(): readonly Seen[] {
    this.#seen ??= this.#finder.all()
    return this.#seen
  }

  one(id: string): Seen | undefined {
    if (this.#finder.one !== undefined) return this.#finder.one(id)
    this.#byId ??= new Map(this.seen.map((seen) => [seen.id, seen]))
    return this.#byId.get(id)
  }

  byId(id: string): LakeDocument | undefined {
    const seen = this.one(id)
    return seen === undefined ? undefined : documentOf(seen)
  }

  /** These documents, of each at least the named fields. Undefined: all of it. */
  read(seen: readonly Seen[], names: readonly string[] | undefined): readonly LakeDocument[] {
    return names === undefined ? seen.map(documentOf) : seen.map((one) => briefOf(one, names))
  }

  select(narrowing: Narrowing): readonly LakeDocument[] {
    return this.find(narrowing).map(documentOf)
  }

  /** The same documents with nothing but id and type, whose bytes are the stored ones; undefined where ids are overlaid. */
  stubs(narrowing: Narrowing): readonly LakeDocument[] | undefined {
    const seen = this.find(narrowing)
    return seen.some(({ overlaid }) => overlaid) ? undefined : seen.map(({ entry }) => stubOf(entry))
  }

  find({ needles, ...narrowing }: Narrowing): readonly Seen[] {
    const held = needles === undefined ? undefined : this.#finder.holding?.(needles)
    const { types } = narrowing
    return held?.filter(({ entry }) => types?.includes(entry.type) !== false) ?? this.#narrowed(narrowing)
  }

  #narrowed({ types, ids, after, most, versionsOf }: Narrowing): readonly Seen[] {
    if (versionsOf !== undefined) {
      const known = this.#finder.versionsOf?.(versionsOf)
      return known === undefined ? this.seen : this.#narrowed({ ids: known })
    }
    // Sorted, so that an answer has the same order whichever way it was found.
    if (ids !== undefined) return [...new Set(ids)].toSorted().flatMap((id) => this.one(id) ?? [])
    const [only] = types ?? []
    if (types?.length !== 1 || only === undefined)
      return types === undefined ? this.seen : this.seen.filter(({ entry }) => types.includes(entry.type))
    const all = this.#ofType(only)
    const from = after === undefined ? 0 : firstAfter(all, after)
    return from === 0 && most === undefined ? all : all.slice(from, from + (most ?? all.length))
  }

  #ofType(type: string): readonly Seen[] {
    const known = this.#byType.get(type)
    if (known !== undefined) return known
    const seen = this.seen.filter(({ entry }) => entry.type === type)
    this.#byType.set(type, seen)
    return seen
  }
}

/** Where in a list sorted by id the first stands that comes after an id. */
function firstAfter(seen: readonly Seen[], id: string): number {
  let low = 0
  let high = seen.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((seen[middle]?.id ?? '') > id) high = middle
    else low = middle + 1
  }
  return low
}

export class Views {
  #version = -1
  #views = new Map<string, View>()

  of(mirror: Mirror, perspective: Perspective, stored: Stored): View {
    if (this.#version !== mirror.version) this.#views.clear()
    this.#version = mirror.version
    const key = typeof perspective === 'string' ? perspective : perspective.join(',')
    const known = this.#views.get(key)
    if (known !== undefined) return known
    const view = new View({
      all: () => seenThrough(perspective, mirror.entries),
      one: (id) => seenOne(perspective, mirror, id),
      holding: (needles) => seenHolding(perspective, mirror, stored.holding(needles)),
      versionsOf: (id) => mirror.versionsOf(id),
    })
    this.#views.set(key, view)
    return view
  }
}

/** What the file tells of its documents without handing them out, whatever perspective they are seen through. */
type Stored = Pick<Store, 'holding'>

/** Sorted by id as everything is; a document that holds a needle only below a draft that does not is not seen. */
function seenHolding(
  perspective: Perspective,
  mirror: Mirror,
  stored: ReadonlySet<string> | undefined,
): Seen[] | undefined {
  if (stored === undefined) return undefined
  const ids = new Set(Array.from(stored, (id) => seenIdOf(perspective, id)))
  return [...ids]
    .toSorted()
    .flatMap((id) => seenOne(perspective, mirror, id) ?? [])
    .filter(({ entry }) => stored.has(entry.id))
}

const OVERLAID = new WeakMap<LakeDocument, LakeDocument>()

function documentOf(seen: Seen): LakeDocument {
  const stored = seen.entry.document
  if (!seen.overlaid) return stored
  const known = OVERLAID.get(stored)
  if (known !== undefined) return known
  const document = laidOver(seen, stored)
  OVERLAID.set(stored, document)
  return document
}

const laidOver = ({ id, entry, overlaid }: Seen, stored: LakeDocument): LakeDocument =>
  overlaid ? { ...stored, _id: id, _type: entry.type, _originalId: entry.id } : stored

/** Of what has to be copied no more than is asked for. */
function briefOf(seen: Seen, names: readonly string[]): LakeDocument {
  const fields = seen.entry.brief(names)
  if (!seen.overlaid) return fields
  const some: Record<string, unknown> = {}
  for (const name of names) if (Object.hasOwn(fields, name)) some[name] = fields[name]
  return { ...some, _id: seen.id, _type: seen.entry.type, _originalId: seen.entry.id }
}
