/**
 * What waits to be sent, on disk: a place in the lake's log for each hook, and the messages that came of what lies before it.
 *
 *   outbox.place('publish', 41)                      →  41: where the hook begins when it is new
 *   outbox.file('publish', 43, [message, …])         →  filed, and the place moved, in one transaction
 *   outbox.due('publish', now)                       →  the message to send next, or when there will be one
 *
 * The lake's own log is the source: whatever this file has not seen yet is read from there, so that no change is ever lost between the
 * two, and none is filed twice.
 */
import { DatabaseSync } from 'node:sqlite'
import { number, text } from '../store/row.ts'
import type { Operation } from './hook.ts'

export interface Message {
  readonly document: string
  readonly operation: Operation
  readonly transactionId: string
  readonly transactionTime: string
  readonly body: string
}

export interface Filed extends Message {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly filedAt: number
  readonly attempts: number
}

interface Undelivered {
  readonly id: number
  readonly hook: string
  readonly document: string
  /** ISO instant of the change. */
  readonly at: string
  readonly why: string
}

export interface Outbox {
  place(hook: string, newest: number): number
  file(hook: string, upTo: number, messages: readonly Message[], now: number): void
  due(hook: string, now: number): { message: Filed } | { at: number } | undefined
  sent(id: number): void
  later(id: number, at: number, why: string): void
  undeliverable(id: number, why: string): void
  /** Messages that nobody took, newest first. */
  failed(): Undelivered[]
  /** One of them is due again, as if its change were new. */
  again(id: number, now: number): void
  close(): void
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS place (hook TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hook TEXT NOT NULL, document TEXT NOT NULL, operation TEXT NOT NULL,
    trx TEXT NOT NULL, trx_time TEXT NOT NULL, body TEXT NOT NULL, filed INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, due INTEGER, why TEXT
  );
  CREATE INDEX IF NOT EXISTS message_due ON message (hook, due);`
const BUSY_MS = 10_000

export function openOutbox(file: string): Outbox {
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  const pragma = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`)
  if (pragma('synchronous') !== 2 || pragma('quick_check') !== 'ok') {
    db.close()
    throw new Error(
      `Expected a sound outbox at ${file}, found it damaged; remove the file, and hooks go on with the next change.`,
    )
  }
  db.exec(SCHEMA)
  const insert = db.prepare(
    'INSERT INTO message (hook, document, operation, trx, trx_time, body, filed, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const move = db.prepare(
    'INSERT INTO place (hook, seq) VALUES (?, ?) ON CONFLICT (hook) DO UPDATE SET seq = excluded.seq',
  )
  const next = db.prepare('SELECT * FROM message WHERE hook = ? AND due IS NOT NULL ORDER BY due, id LIMIT 1')
  return {
    place: (hook, newest) => {
      const row = db.prepare('SELECT seq FROM place WHERE hook = ?').get(hook)
      const known = row === undefined ? newest : number(row, 'seq')
      // A lake that was put back to an older state: its log goes on from there.
      if (row === undefined || known > newest) move.run(hook, newest)
      return Math.min(known, newest)
    },
    file: (hook, upTo, messages, now) => {
      db.exec('BEGIN IMMEDIATE')
      try {
        for (const { document, operation, transactionId, transactionTime, body } of messages)
          insert.run(hook, document, operation, transactionId, transactionTime, body, now, now)
        move.run(hook, upTo)
        db.exec('COMMIT')
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    due: (hook, now) => {
      const row = next.get(hook)
      if (row === undefined) return undefined
      const at = number(row, 'due')
      return at > now ? { at } : { message: filedOf(row) }
    },
    sent: (id) => void db.prepare('DELETE FROM message WHERE id = ?').run(id),
    later: (id, at, why) =>
      void db.prepare('UPDATE message SET attempts = attempts + 1, due = ?, why = ? WHERE id = ?').run(at, why, id),
    undeliverable: (id, why) =>
      void db.prepare('UPDATE message SET attempts = attempts + 1, due = NULL, why = ? WHERE id = ?').run(why, id),
    failed: () =>
      db
        .prepare('SELECT id, hook, document, trx_time, why FROM message WHERE due IS NULL ORDER BY id DESC')
        .all()
        .map((row) => ({
          id: number(row, 'id'),
          hook: text(row, 'hook'),
          document: text(row, 'document'),
          at: text(row, 'trx_time'),
          why: text(row, 'why'),
        })),
    again: (id, now) =>
      void db
        .prepare('UPDATE message SET attempts = 0, filed = ?, due = ? WHERE id = ? AND due IS NULL')
        .run(now, now, id),
    close: () => db.close(),
  }
}

function filedOf(row: Record<string, unknown>): Filed {
  const operation = text(row, 'operation')
  return {
    id: number(row, 'id'),
    document: text(row, 'document'),
    operation: operation === 'create' || operation === 'delete' ? operation : 'update',
    transactionId: text(row, 'trx'),
    transactionTime: text(row, 'trx_time'),
    body: text(row, 'body'),
    filedAt: number(row, 'filed'),
    attempts: number(row, 'attempts'),
  }
}
