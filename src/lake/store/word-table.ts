/**
 * Which documents hold which words, beside the documents in the same file and written in the same transaction.
 *
 *   putWords(db, { _id: 'a', _type: 'article', title: '渠水到了' })
 *   idsHolding(db, [{ run: '渠水' }])  →  Set { 'a' }
 *
 * An inverted index of SQLite's own (FTS5) that keeps no text. `word_number` gives each document a number that stays: the table of
 * documents has none that survives a VACUUM.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { LakeDocument } from '../json.ts'
import { HeldEntry } from './entry.ts'
import { blob, number, text } from './row.ts'
import type { Told } from './upgrade.ts'
import { type Needle, wantedWords, wordsOf } from './words.ts'

/** As the fifth step of ./schema.ts: never to be edited once released. */
export const WORD_TABLES = `CREATE TABLE word_number (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
  CREATE VIRTUAL TABLE word USING fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii');`

/** The words of every document anew. */
export function fillWords(db: DatabaseSync, told: Told): void {
  const documents = number(db.prepare('SELECT count(*) AS n FROM document').get(), 'n')
  let done = 0
  for (const row of db.prepare('SELECT id, type, body FROM document').iterate()) {
    if (done % A_TIME === 0) told(done, documents)
    putWords(db, new HeldEntry(text(row, 'id'), text(row, 'type'), blob(row, 'body')).document)
    done += 1
  }
}

/** Documents between two looks at the clock. */
const A_TIME = 200

export function putWords(db: DatabaseSync, document: LakeDocument): void {
  const { _id: id } = document
  db.prepare('INSERT OR IGNORE INTO word_number (id) VALUES (?)').run(id)
  db.prepare('INSERT OR REPLACE INTO word (rowid, words) VALUES (?, ?)').run(numberOf(db, id), wordsOf(document))
}

export function removeWords(db: DatabaseSync, id: string): void {
  db.prepare('DELETE FROM word WHERE rowid = ?').run(numberOf(db, id))
  db.prepare('DELETE FROM word_number WHERE id = ?').run(id)
}

/** The stored documents that may hold one of the needles, and certainly all that do; undefined where that can't be told. */
export function idsHolding(db: DatabaseSync, needles: readonly Needle[]): ReadonlySet<string> | undefined {
  const words = wantedWords(needles)
  if (words === undefined) return undefined
  const rows = db.prepare('SELECT id FROM word JOIN word_number ON number = word.rowid WHERE word MATCH ?').all(words)
  return new Set(rows.map((row) => text(row, 'id')))
}

const numberOf = (db: DatabaseSync, id: string): number =>
  number(db.prepare('SELECT number FROM word_number WHERE id = ?').get(id), 'number')
