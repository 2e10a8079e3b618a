/**
 * An editor's seat at a press: a browser of their own, signed in by the printed address, and what its console said.
 *
 *   const seat = await openSeat(press)
 *   await seat.open('desk/published;article-xue')
 *   seat.heard                                     →  []   errors and warnings of ours
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../browser/chromium.ts'
import { ROOT } from '../../site/zebian.ts'
import type { Press } from './press.ts'

const SCREENSHOTS = join(ROOT, 'test/screenshots/studio')

/** The Studio says so when it greets the others over a socket that closed as its page was left. */
const SOCKET = /WebSocket is already in CLOSING or CLOSED state/u

/** How long a busy machine may take to show what an editor sees at once. */
export const PATIENCE = { timeout: 15_000 }

export interface Seat {
  page: Page
  heard: string[]
  /** An address inside the Studio. */
  open(path: string): Promise<void>
  tab(name: string): Promise<void>
  /** A choice of the menu beside 发布. */
  act(name: string): Promise<void>
  shot(name: string): Promise<void>
  close(): Promise<void>
}

/** Several seats may share a browser; each has cookies and storage of its own. */
export async function openSeat(press: Press, shared?: Browser): Promise<Seat> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const browser = shared ?? (await openChromium())
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE.timeout)
  const heard: string[] = []
  page.on('console', (message) => {
    const text = `${message.type()}: ${message.text()} ${message.location().url}`
    if (['error', 'warning'].includes(message.type()) && !SOCKET.test(text)) heard.push(text)
  })
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
  await page.goto(press.signIn)
  // Over HTTP/1.1 the Studio says so in a box that would lie over the buttons.
  await page.addLocatorHandler(page.getByRole('button', { name: '本次会话不再显示' }), (button) => button.click())
  return {
    page,
    heard,
    open: async (path) => {
      await page.goto(new URL(`/studio/${path}`, press.lake).href, { waitUntil: 'commit' })
    },
    tab: (name) => page.getByRole('tab', { name, exact: true }).first().click(),
    act: async (name) => {
      await page.getByTestId('action-menu-button').click()
      await page.getByTestId(`action-${name}`).click()
    },
    shot: async (name) => {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
    },
    close: () => (shared === undefined ? browser.close() : context.close()),
  }
}
