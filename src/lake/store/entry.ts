/**
 * One version of a document: its name, and its bytes and the object they spell once somebody asks for them.
 *
 *   const entry = new HeldEntry('a', 'article', bytes)
 *   entry.document           →  { _id: 'a', _type: 'article', … }   parsed at most once
 *   entry.brief(['title'])   →  { _id: 'a', _type: 'article', title: '渠水到了', … }   at least these fields, the rest need not be there
 *   stubOf(entry)            →  { _id: 'a', _type: 'article' }      for whoever wants no more, nothing read
 *   bytesOf(entry.document)  →  bytes                               so that an untouched document is never printed again
 */
import { type LakeDocument, isDocument } from '../json.ts'

export interface Entry {
  readonly id: string
  readonly type: string
  readonly document: LakeDocument
  readonly bytes: Buffer
  brief(names: readonly string[]): LakeDocument
}

/** An entry whose bytes are at hand, for as long as it is. */
export class HeldEntry implements Entry {
  readonly id: string
  readonly type: string
  readonly bytes: Buffer
  #document: LakeDocument | undefined

  constructor(id: string, type: string, bytes: Buffer) {
    this.id = id
    this.type = type
    this.bytes = bytes
  }

  get document(): LakeDocument {
    this.#document ??= parseEntry(this, this.bytes)
    return this.#document
  }

  brief(): LakeDocument {
    return this.document
  }
}

const ENTRIES = new WeakMap<object, Entry>()

export function parseEntry(entry: Entry, bytes: Buffer): LakeDocument {
  // Through Buffer.toString: for Chinese text three times as fast as letting SQLite make the string.
  const value: unknown = JSON.parse(bytes.toString('utf8'))
  if (!isDocument(value))
    throw new Error(`Expected a document in ${entry.id}, found something else; the file is damaged.`)
  ENTRIES.set(value, entry)
  return value
}

export function stubOf(entry: Entry): LakeDocument {
  const stub = { _id: entry.id, _type: entry.type }
  ENTRIES.set(stub, entry)
  return stub
}

/** The stored bytes of an object, when it is a stored document and not a copy or projection of one. */
export function bytesOf(value: unknown): Buffer | undefined {
  return typeof value === 'object' && value !== null ? ENTRIES.get(value)?.bytes : undefined
}
