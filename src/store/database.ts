/**
 * The store's file: opened, or begun anew when it is another version's, another lake's, or damaged.
 *
 *   const store = openDatabase('.zebian/lake.sqlite.store', 'embedded production')
 *   store.get('SELECT body FROM document WHERE id = ?', 'article-a')   →  { body: Uint8Array } or undefined
 *   store.transaction(() => …)                                         →  all of it or nothing
 *
 * A copy of what the lake holds may be lost at any time: a power cut costs at most the last syncs (`synchronous=NORMAL`), which the
 * next sync brings again, and a file that cannot be read is removed and filled anew.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { codeOf, switchToWal } from '../sqlite/wal.ts'
import { TABLES, VERSION } from './tables.ts'

export type Row = Record<string, unknown>

export interface Database {
  readonly file: string
  run(sql: string, ...values: SQLInputValue[]): void
  get(sql: string, ...values: SQLInputValue[]): Row | undefined
  all(sql: string, ...values: SQLInputValue[]): Row[]
  /** The first column, of numbers: for long lists in a third of the time that rows take. */
  numbers(sql: string, ...values: SQLInputValue[]): number[]
  /** Row by row; nothing may be written until the last has come. */
  each(sql: string, ...values: SQLInputValue[]): IterableIterator<Row>
  transaction<T>(work: () => T): T
  close(): void
}

const BUSY_MS = 60_000

/** `of`: which lake it mirrors; a file that mirrors another one is begun anew. */
export function openDatabase(file: string, of: string): Database {
  mkdirSync(dirname(file), { recursive: true })
  const db = tryOpen(file) ?? openAnew(file)
  try {
    if (!isOurs(db, of)) begin(db, of)
    return wrap(db, file)
  } catch (error) {
    db.close()
    throw error
  }
}

/** undefined when SQLite says that the file is none of its own, or damaged. */
function tryOpen(file: string): DatabaseSync | undefined {
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  try {
    tune(db)
    return db
  } catch (error) {
    db.close()
    if (codeOf(error) === NOT_A_DATABASE || codeOf(error) === CORRUPT) return undefined
    throw error
  }
}

function openAnew(file: string): DatabaseSync {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  tune(db)
  return db
}

const CORRUPT = 11
const NOT_A_DATABASE = 26

function tune(db: DatabaseSync): void {
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
  switchToWal(db, BUSY_MS)
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000')
}

function isOurs(db: DatabaseSync, of: string): boolean {
  if (db.prepare('PRAGMA user_version').get()?.['user_version'] !== VERSION) return false
  return db.prepare("SELECT value FROM note WHERE name = 'of'").get()?.['value'] === of
}

/** The tables, empty, in place of whatever stood there; looked at again under the lock, for another process may have been quicker. */
function begin(db: DatabaseSync, of: string): void {
  db.exec('BEGIN IMMEDIATE')
  if (!isOurs(db, of)) {
    for (const { name } of db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all())
      db.exec(`DROP TABLE "${String(name)}"`)
    db.exec(TABLES)
    const note = db.prepare('INSERT INTO note (name, value) VALUES (?, ?)')
    note.run('of', of)
    note.run('copy', randomUUID())
    db.exec(`PRAGMA user_version = ${VERSION}`)
  }
  db.exec('COMMIT')
}

function wrap(db: DatabaseSync, file: string): Database {
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = db.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    file,
    run: (sql, ...values) => void statement(sql).run(...values),
    get: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
    numbers: (sql, ...values) => {
      const found = statement(sql)
      found.setReturnArrays(true)
      return found
        .all(...values)
        .flat()
        .map(Number)
    },
    // A statement of its own: two readers of one would move each other on.
    each: (sql, ...values) => db.prepare(sql).iterate(...values),
    transaction: (work) => {
      db.exec('BEGIN IMMEDIATE')
      try {
        const done = work()
        db.exec('COMMIT')
        return done
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      prepared.clear()
      if (db.isOpen) db.close()
    },
  }
}
