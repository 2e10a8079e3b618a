/**
 * What may be done inside one transaction. Nothing is seen in memory until `reflect`, after the commit.
 *
 *   transaction.put({ _id: 'a', _type: 'article', … }, ['profile-1'], mutations)
 *   transaction.remove('b', mutations)
 *   transaction.referencing('profile-1')  →  ['a']   strong references only
 */
import type { DatabaseSync } from 'node:sqlite'
import { mutationError } from '../error.ts'
import { type JsonObject, type LakeDocument, jsonBytes } from '../json.ts'
import type { Change, Commit } from './commit.ts'
import { diff } from './diff.ts'
import { type Entry, HeldEntry } from './entry.ts'
import type { Mirror } from './mirror.ts'
import { number, text } from './row.ts'
import { idsHolding, putWords, removeWords } from './word-table.ts'
import type { Needle } from './words.ts'

interface Written {
  readonly before: LakeDocument | undefined
  readonly after: Entry | undefined
  readonly mutations: readonly JsonObject[]
}

/** A transaction's name, its moment, and the id of whoever makes it. */
export interface Signature {
  readonly id: string
  readonly at: string
  readonly author: string
}

export class WriteTransaction {
  readonly mirror: Mirror
  readonly id: string
  readonly seq: number
  readonly at: string
  readonly author: string
  #db: DatabaseSync
  #changes = new Map<string, Written>()

  constructor(db: DatabaseSync, mirror: Mirror, { id, at, author }: Signature) {
    this.#db = db
    this.mirror = mirror
    this.id = id
    this.at = at
    this.author = author
    if (db.prepare('SELECT 1 FROM trx WHERE id = ?').get(id) !== undefined) throw alreadyDone(id)
    db.prepare('INSERT INTO trx (id, at, author) VALUES (?, ?, ?)').run(id, at, author)
    this.seq = number(db.prepare('SELECT max(seq) AS seq FROM trx').get(), 'seq')
  }

  /** Returns the size in bytes, so that the caller can judge it. */
  put(document: LakeDocument, strongReferences: readonly string[], mutations: readonly JsonObject[]): number {
    const before = this.mirror.get(document._id)?.document
    const bytes = jsonBytes(document)
    this.#db
      .prepare('INSERT OR REPLACE INTO document (id, type, rev, updated, seq, body) VALUES (?, ?, ?, ?, ?, ?)')
      .run(document._id, document._type, this.id, String(document['_updatedAt']), this.seq, bytes)
    this.#db.prepare('DELETE FROM removed WHERE id = ?').run(document._id)
    this.#refer(document._id, strongReferences)
    putWords(this.#db, document)
    this.#remember(document._id, diff(document, before ?? null))
    this.#changes.set(document._id, { before, after: new HeldEntry(document._id, document._type, bytes), mutations })
    return bytes.length
  }

  /** The bytes of an asset go with its document: a picture that was taken down must not be served any longer. */
  remove(id: string, mutations: readonly JsonObject[]): void {
    const before = this.mirror.get(id)?.document
    // Made and deleted within one transaction: nobody ever saw it.
    if (before === undefined) return
    this.#db.prepare('DELETE FROM document WHERE id = ?').run(id)
    this.#db.prepare('INSERT OR REPLACE INTO removed (id, seq) VALUES (?, ?)').run(id, this.seq)
    this.#db.prepare('DELETE FROM asset WHERE id = ?').run(id)
    this.#refer(id, [])
    removeWords(this.#db, id)
    this.#remember(id, diff(null, before))
    this.#changes.set(id, { before, after: undefined, mutations })
  }

  putAsset(id: string, mime: string, bytes: Uint8Array): void {
    this.#db.prepare('INSERT OR REPLACE INTO asset (id, mime, bytes) VALUES (?, ?, ?)').run(id, mime, bytes)
  }

  referencing(target: string): string[] {
    const rows = this.#db.prepare('SELECT source FROM reference WHERE target = ? ORDER BY source').all(target)
    return rows.map((row) => text(row, 'source'))
  }

  /** As of the documents that were put so far, see ./word-table.ts. */
  holding(needles: readonly Needle[]): ReadonlySet<string> | undefined {
    return idsHolding(this.#db, needles)
  }

  reflect(): void {
    for (const [id, { after }] of this.#changes) {
      if (after === undefined) this.mirror.remove(id)
      else this.mirror.put({ id, type: after.type, rev: this.id })
    }
    this.mirror.seq = this.seq
  }

  /** What happened, for those who listen. What came of it is parsed only when one of them looks. */
  commit(): Commit {
    const changes = [...this.#changes].map(([id, { before, after, mutations }]): Change => ({
      id,
      mutations,
      before,
      get after() {
        return after?.document
      },
    }))
    return { seq: this.seq, transactionId: this.id, at: this.at, author: this.author, changes }
  }

  #remember(id: string, revert: unknown): void {
    this.#db.prepare('INSERT INTO change (seq, id, revert) VALUES (?, ?, ?)').run(this.seq, id, jsonBytes(revert))
  }

  #refer(source: string, targets: readonly string[]): void {
    this.#db.prepare('DELETE FROM reference WHERE source = ?').run(source)
    const insert = this.#db.prepare('INSERT OR IGNORE INTO reference (target, source) VALUES (?, ?)')
    for (const target of targets) insert.run(target, source)
  }
}

/** A client that lost our answer may send the same transaction again; it must learn that it was done, not do it twice. */
function alreadyDone(id: string): Error {
  return mutationError(409, {
    type: 'transactionAlreadyExistsError',
    description: `Transaction by ID "${id}" already exists`,
    id,
  })
}
