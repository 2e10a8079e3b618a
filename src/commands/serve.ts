/**
 * `zebian serve`: keeps a site published on a server: readers' pages, the door for hooks, and a look of its own every few minutes.
 *
 *   zebian serve  →  网站 http://localhost:8080/
 *                    Hooks: POST http://localhost:8080/hooks/publish, signed with PUBLISH_SECRET.
 */
import { openDoor } from '../client.ts'
import type { Settings } from '../settings.ts'
import { HOOK_PATH, openPublishing } from './desk.ts'
import { stopSignal } from './start.ts'

export async function serveCommand(settings: Settings): Promise<void> {
  const door = openDoor(settings)
  try {
    const { secrets, interval } = settings.publish
    const running = await openPublishing(settings, door, secrets)
    console.log(`网站 ${running.url}`)
    console.log(
      secrets.length === 0
        ? `Hooks are refused while PUBLISH_SECRET is not set; every ${interval / 1000} s the lake is asked what is new.`
        : `Hooks: POST ${new URL(HOOK_PATH, running.url).href}, signed with PUBLISH_SECRET.`,
    )
    await stopSignal()
    await running.close()
  } finally {
    door.close()
  }
}
