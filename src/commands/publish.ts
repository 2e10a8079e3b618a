/**
 * `zebian publish`: one release now, and on again after a rollback; with `--hook`, only from a state that shows what the hook announced.
 *
 *   zebian publish                               →  Built 61 pages (67 files) into _site, release 000042: 3 files changed.
 *   zebian publish --hook '{"_id":"a","_rev":"r2","_updatedAt":"2026-…Z"}'
 *
 * `zebian press` is the same for the process that receives hooks, which asks over its channel.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { openDoor, type Door } from '../client.ts'
import type { Announced } from '../publish/builder.ts'
import { makeRelease } from '../publish/make.ts'
import { seenOf } from '../publish/publisher/seen.ts'
import { readHook } from '../publish/receive/hook.ts'
import { workFor } from '../publish/workshop.ts'
import type { Settings } from '../settings.ts'
import { explain } from './explain.ts'
import { openTelling } from './telling.ts'
import { describeMade, exitCodeOf, openPress } from './press.ts'

export interface PublishOptions {
  force?: boolean
  hook?: string
}

/** Exit codes: 0 all of it, 3 all but the documents that are named, 1 nothing (and readers keep the last release). */
export async function publishCommand(
  settings: Settings,
  { force = false, hook }: PublishOptions = {},
): Promise<number> {
  const door = openDoor(settings, { lookOver: false })
  try {
    const announced = hook === undefined ? {} : announcedBy(hook)
    await waitUntilSeen(door, announced)
    const press = await openPress(settings, door)
    const telling = openTelling()
    const made = await makeRelease(
      press,
      { reason: 'by hand', announced },
      { force, onProgress: telling.tell },
    ).finally(telling.close)
    for (const line of describeMade(made, settings.site.folder)) console.log(line)
    return exitCodeOf(made)
  } finally {
    door.close()
  }
}

function announcedBy(hook: string): Record<string, Announced> {
  const parsed: unknown = JSON.parse(hook)
  const words = readHook(parsed, new Date())
  if (words !== undefined) return Object.fromEntries(words.documents.map(({ document, said }) => [document, said]))
  throw new Error(
    `expected a JSON object with _id, _rev and _updatedAt after --hook, found “${hook.slice(0, 60)}”; see docs/publishing.md`,
  )
}

/** Milliseconds: Sanity's own word is that caches answer with an old state for up to a minute. */
const PATIENT = 90_000

async function waitUntilSeen(door: Door, announced: Record<string, Announced>): Promise<void> {
  const began = performance.now()
  for (let pause = 100; ; pause = Math.min(pause * 1.5, 2_000)) {
    const seen = await seenOf(door.ask, announced)
    const missing = Object.keys(announced).filter((id) => !seen.has(id))
    if (missing.length === 0) return
    if (performance.now() - began > PATIENT)
      throw new Error(
        `expected the API to show the announced revision of ${missing.join(', ')} within ${PATIENT / 1000} s, found an older one; publish again, or without --hook to take what is there`,
      )
    await wait(pause)
  }
}

/** For `openWorkshop`: never ends by itself. */
export async function pressCommand(settings: Settings): Promise<void> {
  const door = openDoor(settings)
  try {
    const press = await openPress(settings, door)
    await workFor(
      process,
      (want, live, onProgress) => makeRelease(press, want, { live, stays: true, onProgress }),
      (error) => explain(error).replace(/^zebian: /u, ''),
    )
  } finally {
    door.close()
  }
}
