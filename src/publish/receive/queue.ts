/**
 * Hooks that were received and are not yet on the site, on disk before anyone is told that they arrived.
 *
 *   const queue = openQueue('_site.releases/queue.sqlite')
 *   queue.add({ digest, body, documents: [{ document: 'article-a', revision: 'r2', at: '…' }] }, now)   →  true; false: had it
 *   queue.waiting()                →  [{ seq: 17, at: 1700000000000, documents: [{ document: 'article-a', said: … }] }]
 *   queue.done([17])               →  it is on the site
 *   announcedIn(queue.waiting())   →  { 'article-a': { revision: 'r2', at: '…' } }
 *
 * Digests outlive their hooks by a day, so that a hook that was recorded on its way cannot be played again within its signature's time.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Announced } from '../builder.ts'

interface Said {
  document: string
  said: Announced
}

interface Received {
  digest: string
  documents: readonly Said[]
}

export interface Hook {
  seq: number
  /** Milliseconds since 1970 at which it was received. */
  at: number
  documents: Said[]
}

export interface Queue {
  add(received: Received, now: number): boolean
  waiting(): Hook[]
  done(hooks: readonly number[]): void
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
  const all = db.prepare('SELECT seq, at, documents FROM hook ORDER BY seq')
  const remove = db.prepare('DELETE FROM hook WHERE seq IN (SELECT value FROM json_each(?))')
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
    waiting: () =>
      all.all().map((row) => ({
        seq: Number(row['seq']),
        at: Number(row['at']),
        documents: readDocuments(String(row['documents'])),
      })),
    done: (hooks) => void remove.run(JSON.stringify(hooks)),
    close: () => db.close(),
  }
}

/** Hooks come in any order: of one document, the newest word counts. */
export function announcedIn(hooks: readonly Pick<Hook, 'documents'>[]): Record<string, Announced> {
  const announced: Record<string, Announced> = {}
  for (const { document, said } of hooks.flatMap(({ documents }) => documents)) {
    const known = Object.hasOwn(announced, document) ? announced[document] : undefined
    if (known === undefined || Date.parse(known.at) <= Date.parse(said.at)) announced[document] = said
  }
  return announced
}

function readDocuments(text: string): Said[] {
  const documents: unknown = JSON.parse(text)
  return Array.isArray(documents) ? documents.filter(isEntry) : []
}

const isEntry = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'document' in value && 'said' in value

function prepare(db: DatabaseSync, file: string, synchronous: 'FULL' | 'NORMAL'): void {
  const pragma = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  const tables = Object.values(db.prepare('SELECT count(*) FROM sqlite_schema').get() ?? {})[0]
  if (tables !== 0 && pragma('application_id') !== APPLICATION_ID)
    throw new Error(`expected a queue of hooks at ${file}, found another program’s database; move it away`)
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
