/**
 * The documents of one file: found in memory, read when somebody looks, on disk before anyone is told of a change.
 *
 *   store.look((mirror) => mirror.get('a')?.document)  →  { _id: 'a', … }
 *   store.write({ id: 'trx1', at, author }, (t) => t.put(…))  →  committed and durable when it returns, or rolled back and thrown
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Commit, CommitListener } from './commit.ts'
import { type Opening, openDatabase } from './database.ts'
import { Mirror, NEVER } from './mirror.ts'
import { type Past, commitsOf } from './past.ts'
import { type HeadsWanted, type StoredHead, bodyReader, readBodies, readCount, readHeads } from './reader.ts'
import { blob, number, text } from './row.ts'
import { Shelf } from './shelf.ts'
import { idsHolding } from './word-table.ts'
import type { Needle } from './words.ts'
import { type Signature, WriteTransaction } from './write.ts'

export interface Asset {
  readonly mime: string
  readonly bytes: Buffer<ArrayBuffer>
}

/** How soon the commits of other processes are noticed when somebody listens. */
const LOOK_MS = 50

export class Store {
  #db: DatabaseSync
  #file: string
  #listeners = new Set<CommitListener>()
  #untold: Commit[] = []
  #watch: NodeJS.Timeout | undefined
  #mirror: Mirror

  constructor(file: string, room?: number, opening?: Opening) {
    this.#db = openDatabase(file, opening)
    this.#file = file
    this.#mirror = new Mirror(new Shelf(bodyReader(this.#db), room))
  }

  /** Every document's bytes (of some types) by ascending id, as they stand now; what comes later is not in them. */
  bodies(types: readonly string[] | undefined): Iterable<Uint8Array> {
    if (this.#file !== ':memory:') return readBodies(this.#file, types)
    return this.look(({ entries }) =>
      entries.filter(({ type }) => types === undefined || types.includes(type)).map(({ bytes }) => bytes),
    )
  }

  heads(wanted: HeadsWanted): StoredHead[] {
    return readHeads(this.#db, wanted)
  }

  count(type: string, id: string | undefined): number {
    return readCount(this.#db, type, id)
  }

  /** The stored documents among which all are that hold one of the needles, see ./word-table.ts. */
  holding(needles: readonly Needle[]): ReadonlySet<string> | undefined {
    return idsHolding(this.#db, needles)
  }

  /** One moment of the file, with what other processes have committed since the last look: what `work` reads all belongs together. */
  look<T>(work: (mirror: Mirror) => T): T {
    if (this.#db.isTransaction) return work(this.#mirror)
    this.#db.exec('BEGIN')
    try {
      if (lastSeqIn(this.#db) !== this.#mirror.seq) this.#catchUp()
      return work(this.#mirror)
    } finally {
      this.#db.exec('COMMIT')
      this.#tell()
    }
  }

  /** Runs `work` under the write lock. Throwing from it, or `dryRun`, leaves no trace in file or memory. */
  write<T>(signed: Signature, work: (transaction: WriteTransaction) => T, options: { dryRun?: boolean } = {}): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#catchUp()
      const transaction = new WriteTransaction(this.#db, this.#mirror, signed)
      const result = work(transaction)
      this.#db.exec(options.dryRun === true ? 'ROLLBACK' : 'COMMIT')
      if (options.dryRun !== true) {
        transaction.reflect()
        this.#untold.push(transaction.commit())
      }
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    } finally {
      // Also after a failure: catching up may have brought what other processes did.
      this.#tell()
    }
  }

  /** Calls after every commit, of this process or another, in order. Returns the way to stop it. */
  subscribe(listener: CommitListener): () => void {
    this.#listeners.add(listener)
    const look = (): void => this.look(() => {})
    // After adding: what another process committed since the caller's last look must reach the listener too.
    look()
    this.#watch ??= setInterval(look, LOOK_MS).unref()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#stopWatching()
    }
  }

  commits(past: Past): Commit[] {
    return this.look((mirror) => commitsOf(this.#db, mirror, past))
  }

  /** The number of a transaction, `undefined` when this file never held it. */
  seqOf(transactionId: string): number | undefined {
    const row = this.#db.prepare('SELECT seq FROM trx WHERE id = ?').get(transactionId)
    return row === undefined ? undefined : number(row, 'seq')
  }

  /** Which documents a transaction changed. */
  changedBy(seq: number): string[] {
    return this.#db
      .prepare('SELECT id FROM change WHERE seq = ?')
      .all(seq)
      .map((row) => text(row, 'id'))
  }

  lastSeq(): number {
    return this.look(({ seq }) => seq)
  }

  lastTransactionId(): string | undefined {
    const row = this.#db.prepare('SELECT id FROM trx WHERE seq = ?').get(this.lastSeq())
    return row === undefined ? undefined : text(row, 'id')
  }

  asset(id: string): Asset | undefined {
    const row = this.#db.prepare('SELECT mime, bytes FROM asset WHERE id = ?').get(id)
    return row === undefined ? undefined : { mime: text(row, 'mime'), bytes: blob(row, 'bytes') }
  }

  close(): void {
    this.#listeners.clear()
    this.#stopWatching()
    if (this.#db.isOpen) this.#db.close()
  }

  /** Only what was written after the last transaction we know; all of it the first time. Runs inside a transaction. */
  #catchUp(): void {
    const since = this.#mirror.seq
    // Of a whole archive an index tells, without a look at any document.
    const rows =
      since === NEVER
        ? this.#db.prepare('SELECT id, type, rev FROM document').iterate()
        : this.#db.prepare('SELECT id, type, rev FROM document WHERE seq > ?').iterate(since)
    for (const row of rows) this.#mirror.put({ id: text(row, 'id'), type: text(row, 'type'), rev: text(row, 'rev') })
    for (const row of this.#db.prepare('SELECT id FROM removed WHERE seq > ?').iterate(since))
      this.#mirror.remove(text(row, 'id'))
    this.#mirror.seq = lastSeqIn(this.#db)
    if (since !== NEVER && this.#listeners.size > 0) this.#untold.push(...commitsOf(this.#db, this.#mirror, { since }))
  }

  #tell(): void {
    const commits = this.#untold.splice(0)
    for (const commit of commits) {
      for (const listener of this.#listeners) {
        try {
          listener(commit)
        } catch (error) {
          // The commit is done and must be acknowledged, whatever a listener makes of it.
          console.error(error instanceof Error ? error.stack : error)
        }
      }
    }
  }

  #stopWatching(): void {
    clearInterval(this.#watch)
    this.#watch = undefined
  }
}

const lastSeqIn = (db: DatabaseSync): number =>
  number(db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM trx').get(), 'seq')
