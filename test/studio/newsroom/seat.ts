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
import { listenTo } from '../heard.ts'
import type { Press } from './press.ts'

const SCREENSHOTS = join(ROOT, 'test/screenshots/studio')

/** How long a busy machine may take to show what an editor sees at once. */
export const PATIENCE = { timeout: 45_000 }

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

interface Sitting {
  /** Several seats may share a browser; each has cookies and storage of its own. */
  shared?: Browser
  /** What the editor is called; '' is asked for it. */
  name?: string
}

export async function openSeat(press: Press, { shared, name = '韩岭' }: Sitting = {}): Promise<Seat> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const browser = shared ?? (await openChromium())
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE.timeout)
  const heard = listenTo(page)
  await page.goto(name === '' ? press.signIn : `${press.signIn}&name=${encodeURIComponent(name)}`)
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
