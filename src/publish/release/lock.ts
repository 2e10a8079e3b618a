/**
 * One build at a time, whichever process wants it.
 *
 *   await withLock(places, async () => { … })   →  waits for another process's build to end, then runs
 *
 * The lock is SQLite's own on an empty file: the system takes it back when its holder is killed, so that no stale lock can ever stop
 * publishing. Throws when it cannot be had in ten minutes.
 */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { syncFolder } from './disk.ts'
import { ReleaseError } from './parts.ts'
import type { Places } from './places.ts'

const LONGEST = 600_000
const LOOK = 50
const BUSY = 5

export async function withLock<T>({ releases, lock }: Places, work: () => Promise<T>): Promise<T> {
  const made = await mkdir(releases, { recursive: true })
  if (made !== undefined) await syncFolder(dirname(releases))
  const db = new DatabaseSync(lock)
  try {
    await acquire(db, lock)
    return await work()
  } finally {
    db.close()
  }
}

async function acquire(db: DatabaseSync, lock: string): Promise<void> {
  for (const deadline = Date.now() + LONGEST; ;) {
    try {
      db.exec('BEGIN EXCLUSIVE')
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() > deadline)
        throw new ReleaseError(
          `expected the lock ${lock} within ten minutes, found another build still running; stop that process and publish again`,
          { cause: error },
        )
      await wait(LOOK)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === BUSY
