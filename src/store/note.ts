/**
 * Single values that the store remembers: `noteIn(db, 'copy')` → '6f1c…', or undefined where nobody has put it.
 */
import type { Database } from './database.ts'
import { textOf } from './row.ts'

/** `of`: which lake this is a copy of; `copy`: which copy. They outlive what the store is filled with. */
export const NOTES_OF_ITS_OWN = "('of', 'copy')"

export function noteIn(db: Database, name: string): string | undefined {
  const row = db.get('SELECT value FROM note WHERE name = ?', name)
  return row === undefined ? undefined : textOf(row, 'value')
}

export const putNote = (db: Database, name: string, value: string): void =>
  db.run('INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)', name, value)
