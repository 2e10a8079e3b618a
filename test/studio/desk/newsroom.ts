/**
 * A newsroom for a test: a lake of its own with the sample in it, the Studio on it, an editor who has signed in.
 *
 *   const room = await openNewsroom()
 *   await room.page.goto(room.at('desk'))     →  the desk, in Chromium
 *   await room.stored('article-xue')          →  the document as the lake has it
 *   room.complaints                           →  every error on the console that is ours
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve, sep } from 'node:path'
import type { Browser, ConsoleMessage, Page } from 'playwright-core'
import { openDoor, type Door } from '../../../src/client.ts'
import { loadSample } from '../../../src/commands/sample.ts'
import { serveLake } from '../../../src/lake/serve.ts'
import { readSettings } from '../../../src/settings.ts'
import { openChromium } from '../../browser/chromium.ts'
import { isJson, type Json } from '../../sample/documents.ts'
import { buildStudio } from './build.ts'

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

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}

export async function openNewsroom(): Promise<Newsroom> {
  const files = await buildStudio()
  const home = await mkdtemp(join(tmpdir(), 'zebian-newsroom-'))
  const port = await freePort()
  const door = openDoor(readSettings({ LAKE_FILE: join(home, 'lake.sqlite'), LAKE_PORT: String(port) }))
  await loadSample(door)
  if (door.lake === undefined) throw new Error('expected the embedded lake, found none')
  const served = await serveLake(door.lake, {
    port,
    studioPath: '/studio/',
    fallback: (request) => studioFile(files, request),
  })
  const browser = await openChromium()
  const page = await newPage(browser)
  const room: Newsroom = {
    door,
    page,
    complaints: [],
    abroad: new Set(),
    live: { revisions: undefined },
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
  page.on('console', (message) => isOurs(message) && room.complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => room.complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { origin, pathname, hostname } = new URL(request.url())
    if (hostname !== '' && hostname !== 'localhost' && !hostname.endsWith('.localhost'))
      room.abroad.add(origin + pathname)
  })
  await page.exposeFunction('liveRevisions', () => room.live.revisions)
  await page.addInitScript(SITE)
}

/** The site is not there: a stand-in answers for its one file, inside the page, for requests that a test intercepts lose their origin. */
const SITE = `{
  const ask = window.fetch
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.endsWith('/live.json')) return ask(input, init)
    const revisions = await window.liveRevisions()
    return revisions === undefined || revisions === null ? new Response('', { status: 404 }) : Response.json(revisions)
  }
}`

/** Errors and warnings but for those of the site that a test leaves out, and of the socket that shows who else is there (the lake's). */
function isOurs(message: ConsoleMessage): boolean {
  const { url } = message.location()
  return ['error', 'warning'].includes(message.type()) && !/live\.json$|WebSocket/u.test(`${url} ${message.text()}`)
}

/** A file of the build, or the page for every address inside the Studio that names none. */
function studioFile(folder: string, request: Request): Promise<Response> | undefined {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith('/studio')) return undefined
  const wanted = resolve(folder, `.${decodeURIComponent(pathname.slice('/studio'.length))}`)
  const inside = wanted.startsWith(folder + sep) && extname(wanted) !== ''
  return answer(inside ? wanted : join(folder, 'index.html'))
}

async function answer(file: string): Promise<Response> {
  const body = await readFile(file).catch(() => undefined)
  if (body === undefined) return new Response('', { status: 404 })
  return new Response(body, { headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
