/**
 * Reads of many documents that need no memory for the archive: straight from the file, as it stood at one moment.
 *
 *   [...readBodies('lake.db', ['article'])]      →  the bytes of every article by ascending id, one at a time
 *   readCount(db, 'article', undefined)          →  10000
 *   readHeads(db, { type: 'article', after: 'article-a', most: 500 })
 *     →  [{ _id: 'article-b', _type: 'article', _rev: 'trx7', _updatedAt: '2026-11-23T…' }, …]   published ones; no body is touched
 */
import { DatabaseSync } from 'node:sqlite'
import { blob, number, text } from './row.ts'
import type { ReadBody } from './shelf.ts'

export interface StoredHead {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly _updatedAt: string
}

export interface HeadsWanted {
  readonly type: string
  readonly after: string
  readonly most: number
}

/** A connection of its own: its snapshot holds however long the reader takes and whatever is written meanwhile. */
export function* readBodies(file: string, types: readonly string[] | undefined): Generator<Uint8Array> {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    db.exec('BEGIN')
    const some = types === undefined ? '' : 'WHERE type IN (SELECT value FROM json_each(?))'
    const statement = db.prepare(`SELECT body FROM document ${some} ORDER BY id`)
    const rows = types === undefined ? statement.iterate() : statement.iterate(JSON.stringify(types))
    for (const row of rows) yield blob(row, 'body')
  } finally {
    db.close()
  }
}

/** It throws where the file holds another version by now: whoever asks must do so within one look. */
export function bodyReader(db: DatabaseSync): ReadBody {
  const statement = db.prepare('SELECT body FROM document WHERE id = ? AND rev = ?')
  return ({ id, rev }) => {
    const row = statement.get(id, rev)
    if (row !== undefined) return blob(row, 'body')
    throw new Error(`Expected revision ${rev} of ${id}, found another; it was read after its moment.`)
  }
}

const PUBLISHED = `substr(id, 1, 7) <> 'drafts.' AND substr(id, 1, 9) <> 'versions.'`

export function readHeads(db: DatabaseSync, { type, after, most }: HeadsWanted): StoredHead[] {
  return db
    .prepare(`SELECT id, rev, updated FROM document WHERE type = ? AND id > ? AND ${PUBLISHED} ORDER BY id LIMIT ?`)
    .all(type, after, most)
    .map((row) => ({ _id: text(row, 'id'), _type: type, _rev: text(row, 'rev'), _updatedAt: text(row, 'updated') }))
}

export function readCount(db: DatabaseSync, type: string, id: string | undefined): number {
  const one = id === undefined ? '' : 'AND id = ?'
  const statement = db.prepare(`SELECT count(*) AS n FROM document WHERE type = ? AND ${PUBLISHED} ${one}`)
  return number(id === undefined ? statement.get(type) : statement.get(type, id), 'n')
}
