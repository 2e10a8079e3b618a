/**
 * Readers beside one writer: SQLite's write-ahead log.
 *
 *   switchToWal(db, 60_000)   →  the file is in WAL mode; waits so many milliseconds for another process that is creating it
 *   codeOf(error)             →  5 (busy), 11 (damaged), …: https://www.sqlite.org/rescode.html; undefined for what is no error of SQLite's
 */
import type { DatabaseSync } from 'node:sqlite'

const BUSY = 5

export const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined

/** Two processes may create one file at the same moment; SQLite then answers "locked" at once instead of waiting. */
export function switchToWal(db: DatabaseSync, patience: number): void {
  const deadline = Date.now() + patience
  for (;;) {
    try {
      db.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (codeOf(error) !== BUSY || Date.now() > deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}
