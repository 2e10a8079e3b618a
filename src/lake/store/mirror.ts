/**
 * All documents in memory, sorted by id, and a version that changes with every change.
 *
 *   mirror.put(entry); mirror.version  →  8
 *   mirror.entries                     →  [entry 'a', entry 'b', …]   a list that is never changed once handed out
 */
import type { Entry } from './entry.ts'

export class Mirror {
  /** The last transaction that is reflected here. */
  seq = 0
  version = 0
  #byId = new Map<string, Entry>()
  #sorted: readonly Entry[] | undefined
  #ids: readonly string[] | undefined

  get(id: string): Entry | undefined {
    return this.#byId.get(id)
  }

  get entries(): readonly Entry[] {
    this.#sorted ??= this.#inOrder()
    return this.#sorted
  }

  put(entry: Entry): void {
    // Most writes change a document that is there: the order of ids, the dear part, then still holds.
    if (!this.#byId.has(entry.id)) this.#ids = undefined
    this.#byId.set(entry.id, entry)
    this.#changed()
  }

  remove(id: string): void {
    if (!this.#byId.delete(id)) return
    this.#ids = undefined
    this.#changed()
  }

  #changed(): void {
    this.#sorted = undefined
    this.version += 1
  }

  #inOrder(): Entry[] {
    this.#ids ??= [...this.#byId.keys()].toSorted(byCodeUnit)
    return this.#ids.flatMap((id) => this.#byId.get(id) ?? [])
  }
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
