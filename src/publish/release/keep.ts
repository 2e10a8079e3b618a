/**
 * How many releases stay and what of them, and what is left of a process that was killed.
 *
 *   await clearKept(places, '000042', ledger)   →  all others are clear of what was taken away; one that cannot be read is no more
 *   await sweep(places, 5)   →  the newest five and today's stay; of the older ones the last becomes the spare, and the others are removed,
 *                               as are folders of dead processes
 */
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ReleaseError } from './parts.ts'
import { currentId, folderOf, releaseIds, type Places } from './places.ts'
import { dropSpare, keepSpare } from './spare.ts'
import { clearRelease, type Ledger } from './takedown.ts'

export async function clearKept(places: Places, by: string, ledger: Ledger): Promise<void> {
  for (const id of await releaseIds(places)) {
    if (id === by) continue
    try {
      await clearRelease(places, id, by, ledger)
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error
      await drop(places, id)
    }
  }
}

/** Out of the row in one step: half a release must not look like one. */
async function drop(places: Places, id: string): Promise<void> {
  const aside = join(places.releases, `.making-old-${id}`)
  await rm(aside, { recursive: true, force: true })
  await rename(folderOf(places, id), aside)
  await rm(aside, { recursive: true, force: true })
}

export async function sweep(places: Places, kept: number): Promise<void> {
  const [ids, current] = await Promise.all([releaseIds(places), currentId(places)])
  await dropSpare(places)
  for (const id of ids.slice(0, -kept)) if (id !== current) await keepSpare(places, id)
  await sweepLeftovers(places)
}

/** Only under the lock: nobody else is building. */
async function sweepLeftovers({ releases, making }: Places): Promise<void> {
  for (const name of await readdir(releases)) {
    if (!/^\.(?:making|link)-/u.test(name) || join(releases, name) === making) continue
    await rm(join(releases, name), { recursive: true, force: true })
  }
}
