/**
 * Two searches behind one door, each in a tab of the same browser.
 *
 *   const ours = await openOurs(browser, folder)
 *   await ours.ask('渠修到')  →  { found: 3, shown: ['/2024/0602/a1.html', …], bytes: 8120, milliseconds: 40 }
 *
 * Bytes are what the server sent, headers too: Pagefind asks from a worker, which a tab's own network log does not see.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import * as v from 'valibot'
import type { Folder } from './serve.ts'

export interface Seen {
  found: number
  /** Addresses, the first result first. */
  shown: string[]
  /** Those set apart as similar. */
  apart: number
  bytes: number
  /** From the last key to the first result, or to the word that there is none; and to all that is shown at first. */
  first: number
  milliseconds: number
}

export interface Engine {
  /** `fast`: as a whole at once; else in two strokes of an input method, 400 ms apart. */
  ask(typed: string, fast?: boolean): Promise<Seen>
  /** Bytes since the tab was opened. */
  bytes(): number
  close(): Promise<void>
}

/** Slow 4G as Lighthouse simulates it: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
}

interface Tab {
  page: Page
  bytes: () => number
  context: BrowserContext
}

async function openTab(browser: Browser, folder: Folder, path: string, slow: boolean): Promise<Tab> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (slow) await session.send('Network.emulateNetworkConditions', SLOW)
  const before = folder.sent()
  await page.goto(`${folder.url}${path}`)
  return { page, context, bytes: () => folder.sent() - before }
}

const RESULTS = v.object({
  found: v.number(),
  shown: v.array(v.string()),
  apart: v.number(),
  first: v.number(),
  milliseconds: v.number(),
})

/** Our own page, used as a reader uses it: typed into the field, read off the list. */
export async function openOurs(browser: Browser, folder: Folder, slow = false): Promise<Engine> {
  const { page, bytes, context } = await openTab(browser, folder, 'search/', slow)
  await page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' })
  return {
    bytes,
    close: () => context.close(),
    ask: async (typed, fast = false) => {
      const before = bytes()
      const seen: unknown = await page.evaluate(`(${ASK_OURS})(${JSON.stringify(typed)}, ${fast})`)
      return { ...v.parse(RESULTS, seen), bytes: bytes() - before }
    },
  }
}

/** In the page: two strokes of an input method, as four letters are typed, then the time from the last one to the results. */
const ASK_OURS = `async (typed, fast) => {
  const field = document.querySelector('[name=q]'), results = document.querySelector('#results')
  const half = Math.ceil(typed.length / 2)
  for (const part of fast ? [typed] : [typed.slice(0, half), typed]) {
    field.value = part
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    if (part !== typed) await new Promise((done) => setTimeout(done, 400))
  }
  if (fast) field.form.requestSubmit()
  const began = performance.now()
  const old = results.querySelector('li')
  let first
  new MutationObserver(() => {
    const now = results.querySelector('li')
    if (now !== null && now !== old) first ??= performance.now() - began
  }).observe(results, { childList: true, subtree: true })
  while (results.ariaBusy !== 'false') await new Promise((done) => setTimeout(done, 4))
  const milliseconds = performance.now() - began
  const links = (list) => [...(list?.querySelectorAll('a') ?? [])].map((a) => decodeURI(new URL(a.href).pathname))
  const heading = results.querySelector('h2')
  const shown = heading === results.firstElementChild ? [] : links(results.querySelector('ol'))
  const said = /找到 (\\d+)/.exec(document.querySelector('#status').textContent)
  return { found: said === null ? 0 : Number(said[1]), shown, apart: results.querySelectorAll('h2 + ol a').length, first: first ?? milliseconds, milliseconds }
}`

/** Pagefind's own module, asked as its interface asks it; the addresses of the first results. */
export async function openPagefind(browser: Browser, folder: Folder, slow = false): Promise<Engine> {
  const { page, bytes, context } = await openTab(browser, folder, 'pagefind.html', slow)
  return {
    bytes,
    close: () => context.close(),
    ask: async (typed) => {
      const before = bytes()
      const seen: unknown = await page.evaluate(`(${ASK_PAGEFIND})(${JSON.stringify(typed)})`)
      return { ...v.parse(RESULTS, seen), bytes: bytes() - before }
    },
  }
}

const ASK_PAGEFIND = `async (typed) => {
  window.pagefind ??= await import('/pagefind/pagefind.js')
  const began = performance.now()
  const { results } = await window.pagefind.search(typed)
  let appeared
  results[0]?.data().then(() => { appeared = performance.now() - began })
  const first = await Promise.all(results.slice(0, 10).map((one) => one.data()))
  const milliseconds = performance.now() - began
  return { found: results.length, shown: first.map(({ url }) => decodeURI(url)), apart: 0, first: appeared ?? milliseconds, milliseconds }
}`
