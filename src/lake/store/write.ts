/**
 * What may be done inside one transaction. Nothing is seen in memory until `reflect`, after the commit.
 *
 *   transaction.put({ _id: 'a', _type: 'article', … }, ['profile-1'])
 *   transaction.remove('b')
 *   transaction.referencing('profile-1')  →  ['a']   strong references only
 */
import type { DatabaseSync } from 'node:sqlite'
import { mutationError } from '../error.ts'
import { type LakeDocument, jsonBytes } from '../json.ts'
import { Entry } from './entry.ts'
import type { Mirror } from './mirror.ts'
import { number, text } from './row.ts'

export class WriteTransaction {
  readonly mirror: Mirror
  readonly id: string
  readonly seq: number
  #db: DatabaseSync
  #changes = new Map<string, Entry | undefined>()

  constructor(db: DatabaseSync, mirror: Mirror, id: string, at: string) {
    this.#db = db
    this.mirror = mirror
    this.id = id
    if (db.prepare('SELECT 1 FROM trx WHERE id = ?').get(id) !== undefined) throw alreadyDone(id)
    db.prepare('INSERT INTO trx (id, at) VALUES (?, ?)').run(id, at)
    this.seq = number(db.prepare('SELECT max(seq) AS seq FROM trx').get(), 'seq')
  }

  /** Returns the size in bytes, so that the caller can judge it. */
  put(document: LakeDocument, strongReferences: readonly string[]): number {
    const bytes = jsonBytes(document)
    this.#db
      .prepare('INSERT OR REPLACE INTO document (id, type, rev, updated, seq, body) VALUES (?, ?, ?, ?, ?, ?)')
      .run(document._id, document._type, this.id, String(document['_updatedAt']), this.seq, bytes)
    this.#db.prepare('DELETE FROM removed WHERE id = ?').run(document._id)
    this.#refer(document._id, strongReferences)
    this.#changes.set(document._id, new Entry(document._id, document._type, bytes))
    return bytes.length
  }

  /** The bytes of an asset go with its document: a picture that was taken down must not be served any longer. */
  remove(id: string): void {
    this.#db.prepare('DELETE FROM document WHERE id = ?').run(id)
    this.#db.prepare('INSERT OR REPLACE INTO removed (id, seq) VALUES (?, ?)').run(id, this.seq)
    this.#db.prepare('DELETE FROM asset WHERE id = ?').run(id)
    this.#refer(id, [])
    this.#changes.set(id, undefined)
  }

  putAsset(id: string, mime: string, bytes: Uint8Array): void {
    this.#db.prepare('INSERT OR REPLACE INTO asset (id, mime, bytes) VALUES (?, ?, ?)').run(id, mime, bytes)
  }

  referencing(target: string): string[] {
    const rows = this.#db.prepare('SELECT source FROM reference WHERE target = ? ORDER BY source').all(target)
    return rows.map((row) => text(row, 'source'))
  }

  reflect(): void {
    for (const [id, entry] of this.#changes) {
      if (entry === undefined) this.mirror.remove(id)
      else this.mirror.put(entry)
    }
    this.mirror.seq = this.seq
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
