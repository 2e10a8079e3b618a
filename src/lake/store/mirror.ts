/**
 * The names of all documents in memory, sorted by id, and a version that changes with every change.
 *
 *   mirror.put({ id: 'a', type: 'article', rev: 'trx7' }); mirror.version  →  8
 *   mirror.entries                     →  [entry 'a', entry 'b', …]   a list that is never changed once handed out
 *   mirror.changedSince(6)             →  Set { 'a' }                 for whoever keeps an answer and mends it
 */
import type { Entry } from './entry.ts'
import type { Head, Shelf } from './shelf.ts'

/** Beyond this, looking at everything anew is cheaper than mending. */
const REMEMBERED = 10_000

/** Before the first look at a file, were it an empty one. */
export const NEVER = -1

export class Mirror {
  /** The last transaction that is reflected here. */
  seq = NEVER
  version = 0
  readonly #shelf: Shelf
  #byId = new Map<string, Entry>()
  #sorted: readonly Entry[] | undefined
  #ids: readonly string[] | undefined
  /** What changed, one id a version, the newest last. */
  #changes: string[] = []
  /** The versions of releases by the id of what they are versions of: most lakes have none. */
  #versions = new Map<string, Set<string>>()

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id)
  }

  get entries(): readonly Entry[] {
    this.#sorted ??= this.#inOrder()
    return this.#sorted
  }

  /** The ids that were put or removed since; undefined when that is too long ago to tell. */
  changedSince(version: number): ReadonlySet<string> | undefined {
    const count = this.version - version
    if (count > this.#changes.length || version < 0) return undefined
    return new Set(count === 0 ? [] : this.#changes.slice(-count))
  }

  /** 'a' → ['a', 'drafts.a', 'versions.rSpring.a'], whether they are there or not. */
  versionsOf(id: string): string[] {
    return [id, `drafts.${id}`, ...(this.#versions.get(id) ?? [])]
  }

  put(head: Head): void {
    const { id } = head
    // Most writes change a document that is there: the order of ids, the dear part, then still holds.
    if (!this.#byId.has(id)) this.#ids = undefined
    this.#byId.set(id, this.#shelf.entry(head))
    const release = versionOf(id)
    if (release !== undefined) this.#versions.set(release, (this.#versions.get(release) ?? new Set()).add(id))
    this.#changed(id)
  }

  remove(id: string): void {
    if (!this.#byId.delete(id)) return
    this.#ids = undefined
    const release = versionOf(id)
    if (release !== undefined) this.#versions.get(release)?.delete(id)
    this.#changed(id)
  }

  #changed(id: string): void {
    this.#sorted = undefined
    this.version += 1
    this.#changes.push(id)
    if (this.#changes.length > 2 * REMEMBERED) this.#changes.splice(0, REMEMBERED)
  }

  #inOrder(): Entry[] {
    this.#ids ??= [...this.#byId.keys()].toSorted(byCodeUnit)
    return this.#ids.flatMap((id) => this.#byId.get(id) ?? [])
  }
}

/** 'versions.rSpring.a' → 'a' */
function versionOf(id: string): string | undefined {
  return id.startsWith('versions.') ? id.split('.').slice(2).join('.') : undefined
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
