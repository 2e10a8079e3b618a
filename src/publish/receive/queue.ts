/**
 * Hooks that were received and are not yet on the site, on disk before anyone is told that they arrived.
 *
 *   const queue = openQueue('.zebian/publish.sqlite')
 *   queue.add({ digest, body, documents: [{ document: 'article-a', revision: 'r2', at: '…' }] }, now)   →  true; false: had it
 *   queue.waiting()                →  { upTo: 17, announced: { 'article-a': { revision: 'r2', at: '…' } } }
 *   queue.done(17)                 →  they are on the site
 *
 * Digests outlive their hooks by a day, so that a hook that was recorded on its way cannot be played again within its signature's time.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Announced } from '../builder.ts'

interface Received {
  digest: string
  documents: readonly { document: string; said: Announced }[]
}

interface Waiting {
  /** Number of the last hook that counts. */
  upTo: number
  hooks: number
  announced: Record<string, Announced>
}

export interface Queue {
  add(received: Received, now: number): boolean
  waiting(): Waiting
  done(upTo: number): void
  close(): void
}

/** 'ZBPQ': marks the file as ours, so that another program's database is never written to. */
const APPLICATION_ID = 0x5a425051
const DAY = 86_400_000
const BUSY_MS = 2_000

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS seen (digest TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS seen_at ON seen (at);
  CREATE TABLE IF NOT EXISTS hook (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, documents TEXT NOT NULL);`

/** `synchronous` is for the control of the power-cut test alone, which must lose something with NORMAL. */
export function openQueue(file: string, { synchronous = 'FULL' }: { synchronous?: 'FULL' | 'NORMAL' } = {}): Queue {
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  prepare(db, file, synchronous)
  const add = db.prepare('INSERT OR IGNORE INTO seen (digest, at) VALUES (?, ?)')
  const put = db.prepare('INSERT INTO hook (at, documents) VALUES (?, ?)')
  const forget = db.prepare('DELETE FROM seen WHERE at < ?')
  const all = db.prepare('SELECT seq, documents FROM hook ORDER BY seq')
  const remove = db.prepare('DELETE FROM hook WHERE seq <= ?')
  return {
    add: ({ digest, documents }, now) => {
      db.exec('BEGIN IMMEDIATE')
      try {
        const isNew = add.run(digest, now).changes === 1
        if (isNew) put.run(now, JSON.stringify(documents))
        forget.run(now - DAY)
        db.exec('COMMIT')
        return isNew
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    waiting: () => {
      const rows = all.all()
      const announced: Record<string, Announced> = {}
      for (const row of rows) merge(announced, String(row['documents']))
      return { upTo: Number(rows.at(-1)?.['seq'] ?? 0), hooks: rows.length, announced }
    },
    done: (upTo) => void remove.run(upTo),
    close: () => db.close(),
  }
}

/** Hooks come in any order: of one document, the newest word counts. */
function merge(announced: Record<string, Announced>, text: string): void {
  const documents: unknown = JSON.parse(text)
  for (const one of Array.isArray(documents) ? documents : []) {
    if (!isEntry(one)) continue
    const known = Object.hasOwn(announced, one.document) ? announced[one.document] : undefined
    if (known === undefined || Date.parse(known.at) <= Date.parse(one.said.at)) announced[one.document] = one.said
  }
}

const isEntry = (value: unknown): value is { document: string; said: Announced } =>
  typeof value === 'object' && value !== null && 'document' in value && 'said' in value

function prepare(db: DatabaseSync, file: string, synchronous: 'FULL' | 'NORMAL'): void {
  const pragma = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  const tables = Object.values(db.prepare('SELECT count(*) FROM sqlite_schema').get() ?? {})[0]
  if (tables !== 0 && pragma('application_id') !== APPLICATION_ID)
    throw new Error(
      `expected a queue of hooks at ${file}, found another program’s database; set PUBLISH_FILE to another path`,
    )
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`)
  const expected = { journal_mode: 'wal', synchronous: synchronous === 'FULL' ? 2 : 1, quick_check: 'ok' }
  for (const [name, value] of Object.entries(expected)) {
    const found = pragma(name)
    if (found !== value)
      throw new Error(
        `expected ${name} to be ${value} in ${file}, found ${String(found)}; the file cannot be used safely`,
      )
  }
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; ${SCHEMA}`)
}
