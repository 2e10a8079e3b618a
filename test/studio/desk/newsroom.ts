/**
 * A newsroom for a test: a lake of its own with the sample in it, the Studio on it, an editor who has signed in.
 *
 *   const room = await openNewsroom()
 *   await room.page.goto(room.at('desk'))     →  the desk, in Chromium
 *   await room.stored('article-xue')          →  the document as the lake has it
 *   room.complaints                           →  every error on the console that is ours
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openDoor, type Door } from '../../../src/client.ts'
import { loadSample } from '../../../src/commands/sample.ts'
import { buildStudio, studioFiles, STUDIO_PATH } from '../../../src/commands/studio.ts'
import { STUDIO_ROOM } from '../../../src/lake/lake.ts'
import { serveLake } from '../../../src/lake/serve.ts'
import { readSettings } from '../../../src/settings.ts'
import { openChromium } from '../../browser/chromium.ts'
import { freePort } from '../../lake/free-port.ts'
import { listenTo } from '../heard.ts'
import { isJson, type Json } from '../../sample/documents.ts'

/** How long a busy machine may take to show what an editor sees at once. */
export const PATIENCE = { timeout: 30_000 }

export interface Newsroom {
  door: Door
  page: Page
  complaints: string[]
  /** Addresses on other machines that the Studio asked for. */
  abroad: Set<string>
  /** What the site says is live; undefined while there is no site. */
  live: { revisions: Record<string, string> | undefined }
  at(path: string): string
  stored(id: string): Promise<Json | undefined>
  picture(name: string): Promise<void>
  close(): Promise<void>
}

/** With the newsroom's Studio, or another that was built. */
export async function openNewsroom(built?: string): Promise<Newsroom> {
  const files = built ?? (await buildStudio())
  if (files === undefined) throw new Error('expected the Studio installed, found none; run npm ci')
  const home = await mkdtemp(join(tmpdir(), 'zebian-newsroom-'))
  const port = await freePort()
  const door = openDoor(readSettings({ LAKE_FILE: join(home, 'lake.sqlite'), LAKE_PORT: String(port) }), {
    room: STUDIO_ROOM,
  })
  await loadSample(door)
  if (door.lake === undefined) throw new Error('expected the embedded lake, found none')
  const live: Newsroom['live'] = { revisions: undefined }
  const served = await serveLake(door.lake, {
    port,
    studioPath: `${STUDIO_PATH}/`,
    fallback: studioFiles(files, () => Promise.resolve(JSON.stringify(live.revisions))),
  })
  const browser = await openChromium()
  const page = await newPage(browser)
  const room: Newsroom = {
    door,
    page,
    complaints: listenTo(page),
    abroad: new Set(),
    live,
    at: (path) => new URL(`/studio/${path}`, served.url).href,
    stored: async (id) => {
      const found: unknown = await door.client.getDocument(id)
      return isJson(found) ? found : undefined
    },
    picture: async (name) => {
      await page.screenshot({ path: `test/screenshots/studio/${name}.png` })
    },
    close: async () => {
      await browser.close()
      await served.close()
      door.close()
      await rm(home, { recursive: true, force: true })
    },
  }
  await watch(page, room)
  await page.goto(served.signIn)
  return room
}

function newPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
}

/** The machine may have the internet or not: whatever asks another machine is noted and refused. */
async function watch(page: Page, room: Newsroom): Promise<void> {
  page.on('request', (request) => {
    const { origin, pathname, hostname } = new URL(request.url())
    if (hostname !== '' && hostname !== 'localhost' && !hostname.endsWith('.localhost'))
      room.abroad.add(origin + pathname)
  })
}
