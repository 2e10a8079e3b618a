/**
 * A reader at the search page: the site is built and the browser opened for the test file that imports this.
 *
 *   const { page, context } = await visit()
 *   await type(page, '渠首')
 *   await titles(page)   →  ['渠首今晨开闸 澄河水下了东干渠', …]
 */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openChromium } from './chromium.ts'
import { buildForBrowser, type BrowserSite } from './site.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
export const SCREENSHOTS = 'test/screenshots/search'

/** Open while tests run. */
export let site: BrowserSite
let browser: Browser

beforeAll(async () => {
  site = await buildForBrowser([['sample']])
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

interface Visit {
  page: Page
  context: BrowserContext
  messages: string[]
  requests: string[]
}

export async function visit(path = '/search/', options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const messages: string[] = []
  const requests: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (error) => messages.push(error.message))
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(new URL(path, site.url).href)
  if (options.javaScriptEnabled !== false) await settled(page)
  return { page, context, messages, requests }
}

export const settled = (page: Page): Promise<void> =>
  page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' })

export const titles = (page: Page): Promise<string[]> =>
  page.locator('#results ol').first().locator('b').allInnerTexts()

export async function type(page: Page, text: string): Promise<void> {
  await page.locator('[name=q]').fill(text)
  await settled(page)
}

export async function faultsOf(page: Page): Promise<unknown> {
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run(document, { rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])) }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
  )
}
