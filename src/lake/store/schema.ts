/**
 * The tables of a lake, and the steps that bring an older file up to date.
 *
 *   migrate(db, 'lake.db')   user_version 1 → 7, in one transaction, after a copy of any older lake
 *
 * `document.seq` is the transaction that wrote a document last and `removed` remembers deletions: with them another
 * process that has the same file open reads only what changed. `reference` holds strong references alone. `change.revert`
 * leads from a document as a transaction left it to what it was before: with the document of today, all of its past. What is older
 * than that table seems to begin with its last change: the Studio expects to find the revision that it shows.
 */
import type { DatabaseSync } from 'node:sqlite'
import { number } from './row.ts'
import type { Told } from './upgrade.ts'
import { WORD_TABLES, fillWords } from './word-table.ts'

/** 'ZBLK': marks the file as a lake, so that another program's database is never written to. */
const APPLICATION_ID = 0x5a424c4b

/** Step n brings version n to n + 1. Never edit a step that has been released; add one. */
const STEPS: readonly (string | ((db: DatabaseSync, told: Told) => void))[] = [
  `CREATE TABLE document (
     id TEXT PRIMARY KEY, type TEXT NOT NULL, rev TEXT NOT NULL, updated TEXT NOT NULL,
     seq INTEGER NOT NULL, body BLOB NOT NULL
   );
   CREATE INDEX document_seq ON document (seq);
   CREATE TABLE removed (id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
   CREATE INDEX removed_seq ON removed (seq);
   CREATE TABLE reference (target TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (target, source)) WITHOUT ROWID;
   CREATE INDEX reference_source ON reference (source);
   CREATE TABLE asset (id TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL);
   CREATE TABLE trx (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL);`,
  `CREATE TABLE change (seq INTEGER NOT NULL, id TEXT NOT NULL, revert BLOB NOT NULL);
   CREATE INDEX change_seq ON change (seq);
   CREATE INDEX change_id ON change (id, seq);
   INSERT INTO change (seq, id, revert) SELECT seq, id, CAST('[0,null]' AS BLOB) FROM document;`,
  // Holds all that a mirror of the archive compares, so that looking for changes reads no document.
  `CREATE INDEX document_head ON document (type, id, rev, updated);`,
  // What was changed before editors had names was changed by nobody in particular.
  `ALTER TABLE trx ADD COLUMN author TEXT NOT NULL DEFAULT 'lake';`,
  WORD_TABLES,
  // Filled with pairs of letters, which the next step makes anew.
  '',
  fillWords,
]

export function migrate(db: DatabaseSync, file: string, told: Told): void {
  const found = version(db)
  if (found > STEPS.length) throw newerFile(file, found)
  if (found === STEPS.length) return
  // Before the copy, which takes its time too.
  if (found > 0) told(0, number(db.prepare('SELECT count(*) AS n FROM document').get(), 'n'))
  if (found > 0) db.exec(`VACUUM INTO '${file.replaceAll("'", "''")}.before-v${STEPS.length}-${Date.now()}'`)
  db.exec('BEGIN IMMEDIATE')
  try {
    // Looked at again under the lock: another process may have migrated since.
    const from = version(db)
    for (const step of STEPS.slice(from)) {
      if (typeof step === 'string') db.exec(step)
      else step(db, found > 0 ? told : () => {})
    }
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STEPS.length}`)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

export function refuseForeignFile(db: DatabaseSync, file: string): void {
  const tables = number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get(), 'n')
  const application = number(db.prepare('PRAGMA application_id').get(), 'application_id')
  if (tables === 0 || application === APPLICATION_ID) return
  throw new Error(`Expected a lake or no file at ${file}, found another program's SQLite database; give another path.`)
}

function version(db: DatabaseSync): number {
  return number(db.prepare('PRAGMA user_version').get(), 'user_version')
}

function newerFile(file: string, found: number): Error {
  return new Error(
    `Expected a lake of version ${STEPS.length} or older at ${file}, found version ${found}; update this program.`,
  )
}
