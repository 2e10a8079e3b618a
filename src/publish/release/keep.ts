/**
 * How many releases stay, and what is left of a process that was killed.
 *
 *   await sweep(places, 5)   →  the newest five and today's stay; older ones and folders of dead processes are removed
 */
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { currentId, folderOf, releaseIds, type Places } from './places.ts'

export async function sweep(places: Places, kept: number): Promise<void> {
  const [ids, current] = await Promise.all([releaseIds(places), currentId(places)])
  for (const id of ids.slice(0, -kept)) {
    if (id === current) continue
    // Out of the row of releases in one step: half a release must not look like one.
    const aside = join(places.releases, `.making-old-${id}`)
    await rm(aside, { recursive: true, force: true })
    await rename(folderOf(places, id), aside)
    await rm(aside, { recursive: true, force: true })
  }
  await sweepLeftovers(places)
}

/** Only under the lock: nobody else is building. */
async function sweepLeftovers({ releases, making }: Places): Promise<void> {
  for (const name of await readdir(releases)) {
    if (!/^\.(?:making|link)-/u.test(name) || join(releases, name) === making) continue
    await rm(join(releases, name), { recursive: true, force: true })
  }
}
