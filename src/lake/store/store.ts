/**
 * The documents of one file: read from memory, written through to disk before anyone is told.
 *
 *   store.mirror().get('a')?.document              →  { _id: 'a', … }
 *   store.write({ id: 'trx1', at, author }, (t) => t.put(…))  →  committed and durable when it returns, or rolled back and thrown
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Commit, CommitListener } from './commit.ts'
import { openDatabase } from './database.ts'
import { Entry } from './entry.ts'
import { Mirror } from './mirror.ts'
import { type Past, commitsOf } from './past.ts'
import { type HeadsWanted, type StoredHead, readBodies, readCount, readHeads } from './reader.ts'
import { blob, number, text } from './row.ts'
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
  #isLoaded = false
  #watch: NodeJS.Timeout | undefined
  #mirror = new Mirror()
  #dataVersion = -1

  constructor(file: string) {
    this.#db = openDatabase(file)
    this.#file = file
  }

  /** Every document's bytes (of some types) by ascending id, as they stand now; what comes later is not in them. */
  bodies(types: readonly string[] | undefined): Iterable<Uint8Array> {
    if (this.#file !== ':memory:') return readBodies(this.#file, types)
    const { entries } = this.mirror()
    return (types === undefined ? entries : entries.filter(({ type }) => types.includes(type))).map(
      ({ bytes }) => bytes,
    )
  }

  heads(wanted: HeadsWanted): StoredHead[] {
    return readHeads(this.#db, wanted)
  }

  count(type: string, id: string | undefined): number {
    return readCount(this.#db, type, id)
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
      this.#tell()
    }
    return this.#mirror
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
    // After adding: what another process committed since the caller's last look must reach the listener too.
    this.mirror()
    this.#watch ??= setInterval(() => this.mirror(), LOOK_MS).unref()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#stopWatching()
    }
  }

  commits(past: Past): Commit[] {
    return commitsOf(this.#db, this.mirror(), past)
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
    return this.mirror().seq
  }

  lastTransactionId(): string | undefined {
    const row = this.#db.prepare('SELECT id FROM trx WHERE seq = ?').get(this.mirror().seq)
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
    const rows = this.#db.prepare('SELECT id, type, body FROM document WHERE seq > ?').iterate(since)
    for (const row of rows) this.#mirror.put(new Entry(text(row, 'id'), text(row, 'type'), blob(row, 'body')))
    for (const row of this.#db.prepare('SELECT id FROM removed WHERE seq > ?').iterate(since))
      this.#mirror.remove(text(row, 'id'))
    this.#mirror.seq = number(this.#db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM trx').get(), 'seq')
    if (this.#isLoaded && this.#listeners.size > 0) this.#untold.push(...commitsOf(this.#db, this.#mirror, { since }))
    this.#isLoaded = true
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
