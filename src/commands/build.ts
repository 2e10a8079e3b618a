/**
 * `zebian build`: one release now, by hand, from whatever the lake holds.
 *
 *   zebian build  →  Built 61 pages (67 files) into _site, release 000042: 3 files changed.
 *
 * Exit codes: 0 all of it, 3 all but the documents that are named, 1 nothing (and readers keep the last release).
 */
import { openDoor } from '../client.ts'
import { makeRelease } from '../publish/make.ts'
import type { Settings } from '../settings.ts'
import { describeMade, exitCodeOf, openPress } from './press.ts'

export async function buildCommand(settings: Settings, { force = false }: { force?: boolean } = {}): Promise<number> {
  const door = openDoor(settings)
  try {
    const press = await openPress(settings, door)
    const made = await makeRelease(press, { reason: 'by hand', announced: {} }, { force })
    for (const line of describeMade(made, settings.site.folder)) console.log(line)
    return exitCodeOf(made)
  } finally {
    door.close()
  }
}
