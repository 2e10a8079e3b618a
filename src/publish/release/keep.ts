/**
 * How many releases stay, and what is left of a process that was killed.
 *
 *   await sweep(places, 5)   →  the newest five and today's stay; of the older ones the last becomes the spare, and the others are removed,
 *                               as are folders of dead processes
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { currentId, releaseIds, type Places } from './places.ts'
import { dropSpare, keepSpare } from './spare.ts'

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
