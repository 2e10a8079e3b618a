/**
 * The documents that were asked for lately, parsed; all others stay in the file, whatever the size of the archive.
 *
 *   const shelf = new Shelf(read)
 *   const entry = shelf.entry({ id: 'a', type: 'article', rev: 'trx7' })   →  nothing read yet
 *   entry.document                                                          →  read and parsed, or still at hand
 *   entry.brief(['title'])                                                  →  its short fields, at hand from the first time on
 */
import type { LakeDocument } from '../json.ts'
import { type Brief, briefOf, tells } from './brief.ts'
import { type Entry, parseEntry } from './entry.ts'

/** What names a version of a document: no other has the same id and revision. */
export interface Head {
  readonly id: string
  readonly type: string
  readonly rev: string
}

export type ReadBody = (head: Head) => Buffer

/** Bytes of the documents that are kept parsed, where nobody says otherwise: enough to import by. */
const ROOM = 64_000_000
/** Where a Studio searches: 20,000 articles of the usual length, for a phrase that many hold asks for each of them again. */
export const STUDIO_ROOM = 256_000_000

interface Kept {
  readonly document: LakeDocument
  readonly size: number
}

export class Shelf {
  #read: ReadBody
  readonly #room: number
  #size = 0
  /** The longest unused first. */
  #kept = new Map<Entry, Kept>()

  constructor(read: ReadBody, room = ROOM) {
    this.#read = read
    this.#room = room
  }

  entry(head: Head): Entry {
    return new StoredEntry(head, this)
  }

  bytes(head: Head): Buffer {
    return this.#read(head)
  }

  document(entry: StoredEntry): LakeDocument {
    const known = this.#kept.get(entry)
    if (known !== undefined) {
      this.#kept.delete(entry)
      this.#kept.set(entry, known)
      return known.document
    }
    const { bytes } = entry
    const document = parseEntry(entry, bytes)
    this.#kept.set(entry, { document, size: bytes.length })
    this.#size += bytes.length
    this.#makeRoom()
    return document
  }

  /** For whoever looks at everything once: what is on the shelf stays there. */
  passing(entry: StoredEntry): LakeDocument {
    return this.#kept.get(entry)?.document ?? parseEntry(entry, entry.bytes)
  }

  #makeRoom(): void {
    for (const [entry, { size }] of this.#kept) {
      if (this.#size <= this.#room) return
      this.#kept.delete(entry)
      this.#size -= size
    }
  }
}

/** An entry whose bytes lie in the file. */
class StoredEntry implements Entry, Head {
  readonly id: string
  readonly type: string
  readonly rev: string
  readonly #shelf: Shelf
  #brief: Brief | undefined

  constructor({ id, type, rev }: Head, shelf: Shelf) {
    this.id = id
    this.type = type
    this.rev = rev
    this.#shelf = shelf
  }

  get bytes(): Buffer {
    return this.#shelf.bytes(this)
  }

  get document(): LakeDocument {
    return this.#shelf.document(this)
  }

  brief(names: readonly string[]): LakeDocument {
    if (this.#brief !== undefined && tells(this.#brief, names)) return this.#brief.fields
    const document = this.#shelf.passing(this)
    this.#brief ??= briefOf(document)
    return document
  }
}
