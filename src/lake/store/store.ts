/**
 * The documents of one file: read from memory, written through to disk before anyone is told.
 *
 *   store.mirror().get('a')?.document              →  { _id: 'a', … }
 *   store.write('trx1', now, (t) => t.put(…))      →  committed and durable when it returns, or rolled back and thrown
 */
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from './database.ts'
import { Entry } from './entry.ts'
import { Mirror } from './mirror.ts'
import { blob, number, text } from './row.ts'
import { WriteTransaction } from './write.ts'

export interface Asset {
  readonly mime: string
  readonly bytes: Buffer<ArrayBuffer>
}

export class Store {
  #db: DatabaseSync
  #mirror = new Mirror()
  #dataVersion = -1

  constructor(file: string) {
    this.#db = openDatabase(file)
  }

  /** The documents as they are now, including what other processes have committed since the last look. */
  mirror(): Mirror {
    const found = number(this.#db.prepare('PRAGMA data_version').get(), 'data_version')
    if (found !== this.#dataVersion) {
      this.#db.exec('BEGIN')
      try {
        this.#catchUp()
      } finally {
        this.#db.exec('COMMIT')
      }
      this.#dataVersion = found
    }
    return this.#mirror
  }

  /** Runs `work` under the write lock. Throwing from it, or `dryRun`, leaves no trace in file or memory. */
  write<T>(id: string, at: string, work: (transaction: WriteTransaction) => T, options: { dryRun?: boolean } = {}): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#catchUp()
      const transaction = new WriteTransaction(this.#db, this.#mirror, id, at)
      const result = work(transaction)
      this.#db.exec(options.dryRun === true ? 'ROLLBACK' : 'COMMIT')
      if (options.dryRun !== true) transaction.reflect()
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  asset(id: string): Asset | undefined {
    const row = this.#db.prepare('SELECT mime, bytes FROM asset WHERE id = ?').get(id)
    return row === undefined ? undefined : { mime: text(row, 'mime'), bytes: blob(row, 'bytes') }
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }

  /** Only what was written after the last transaction we know; all of it the first time. Runs inside a transaction. */
  #catchUp(): void {
    const since = this.#mirror.seq
    const rows = this.#db.prepare('SELECT id, type, body FROM document WHERE seq > ?').iterate(since)
    for (const row of rows) this.#mirror.put(new Entry(text(row, 'id'), text(row, 'type'), blob(row, 'body')))
    for (const row of this.#db.prepare('SELECT id FROM removed WHERE seq > ?').iterate(since))
      this.#mirror.remove(text(row, 'id'))
    this.#mirror.seq = number(this.#db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM trx').get(), 'seq')
  }
}
