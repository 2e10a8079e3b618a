/**
 * A lake's file as the first version left it: no history, no index of words.
 *
 *   oldFile()  →  '/tmp/lake-old-x/lake.db' with the articles a and b, both 旧
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'

export function oldFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-old-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'lake.db')
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE document (id TEXT PRIMARY KEY, type TEXT NOT NULL, rev TEXT NOT NULL, updated TEXT NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL);
    CREATE INDEX document_seq ON document (seq);
    CREATE TABLE removed (id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX removed_seq ON removed (seq);
    CREATE TABLE reference (target TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (target, source)) WITHOUT ROWID;
    CREATE INDEX reference_source ON reference (source);
    CREATE TABLE asset (id TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE trx (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL);
    INSERT INTO trx (id, at) VALUES ('old', '2026-01-01T00:00:00Z');
    PRAGMA application_id = ${0x5a424c4b}; PRAGMA user_version = 1`)
  for (const id of ['a', 'b']) {
    const document = { _id: id, _type: 'article', _rev: 'old', _updatedAt: '2026-01-01T00:00:00Z', title: '旧' }
    db.prepare('INSERT INTO document VALUES (?, ?, ?, ?, 1, ?)').run(
      id,
      'article',
      'old',
      '2026-01-01T00:00:00Z',
      Buffer.from(JSON.stringify(document)),
    )
  }
  db.close()
  return file
}
