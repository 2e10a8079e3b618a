/**
 * Opens the SQLite file so that what has been acknowledged survives a power cut, and proves it before the first use.
 *
 *   openDatabase('lake.db')  →  DatabaseSync in WAL, synchronous=FULL, busy_timeout set, quick_check passed, migrated
 *   openDatabase('lake.db', { lookOver: false })  →  the same without quick_check, which takes 4 ms for a megabyte
 *
 * node:sqlite starts with busy_timeout 0, and other builds of SQLite reopen with synchronous=NORMAL, so that every
 * pragma is set by name and then read back.
 */
import { DatabaseSync } from 'node:sqlite'
import { switchToWal } from '../../sqlite/wal.ts'
import { migrate, refuseForeignFile } from './schema.ts'
import { type Tell, upgradeTeller } from './upgrade.ts'

const BUSY_MS = 10_000
const FULL = 2

export interface Opening {
  /** Told that the file is brought up to date. */
  tell?: Tell | undefined
  /** Whether all of the file is looked over. Who reads and goes need not: SQLite refuses a damaged page when it comes to it. */
  lookOver?: boolean | undefined
}

export function openDatabase(file: string, { tell = () => {}, lookOver = true }: Opening = {}): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
    // Before anything is written: even the journal mode would be a change to another program's file.
    refuseForeignFile(db, file)
    switchToWal(db, BUSY_MS)
    db.exec('PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
    expectPragma(db, file, 'journal_mode', file === ':memory:' ? 'memory' : 'wal')
    expectPragma(db, file, 'synchronous', FULL)
    expectPragma(db, file, 'busy_timeout', BUSY_MS)
    if (lookOver) expectPragma(db, file, 'quick_check', 'ok')
    migrate(db, file, upgradeTeller(file, tell))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function expectPragma(db: DatabaseSync, file: string, name: string, expected: string | number): void {
  const found = answerOf(db, name)
  if (found === expected) return
  throw new Error(
    `Expected ${name} to be ${expected} in ${file}, found ${String(found)}; the file can't be used safely.`,
  )
}

/** Of a file that is damaged some pragmas tell by throwing. */
function answerOf(db: DatabaseSync, pragma: string): unknown {
  try {
    return Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}
