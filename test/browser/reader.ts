/**
 * A reader in a real browser: the sample is built and the browser opened for the test file that imports this.
 *
 *   const { page, messages, context } = await visit('/people/', { viewport: { width: 360, height: 900 } })
 *   await axeFaults(page)   →  []
 */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openChromium } from './chromium.ts'
import { buildForBrowser, type BrowserSite } from './site.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

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

export interface Visit {
  page: Page
  context: BrowserContext
  /** What the console says. */
  messages: string[]
  /** Paths asked for on this site; data is none. */
  requests: string[]
}

export type VisitOptions = Parameters<Browser['newContext']>[0]

const ALL_LOOKS = [
  [360, 'light'],
  [1280, 'dark'],
  [360, 'dark'],
  [1280, 'light'],
] as const
/** With `LOOKS=all` (npm run test:site) every page is looked at in every way. */
export const isThorough = process.env['LOOKS'] === 'all'

/** Phone and desk, light and dark: two that differ in both, with `LOOKS=all` (npm run test:site) all four. */
export const LOOKS = ALL_LOOKS.slice(0, isThorough ? 4 : 2)

/** Of pages that have much in common each takes one look, in turn, so that every run sees all four; with `LOOKS=all` each takes all. */
export const looksOf = (at: number) => (isThorough ? ALL_LOOKS : ALL_LOOKS.slice(at % 4, (at % 4) + 1))

/** A viewport so wide, in CSS pixels. */
export const wide = (width: number) => ({ viewport: { width, height: 900 } })

export async function visit(path: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ ...wide(1280), ...options })
  const page = await context.newPage()
  const messages: string[] = []
  const requests: string[] = []
  // A tombstone is answered with 410, and a page unknown with 404, which the console says.
  page.on('console', (message) => {
    if (!/status of (?:410|404)/u.test(message.text())) messages.push(message.text())
  })
  page.on('pageerror', (error) => messages.push(error.message))
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url())
    if (protocol !== 'data:') requests.push(pathname)
  })
  await page.goto(new URL(path, site.url).href)
  return { page, context, messages, requests }
}

/** In CSS pixels; more than the window's when the page scrolls sideways. */
export async function widthOf(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth'))
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The answer of a script that lists lines. */
export async function linesOf(page: Page, script: string): Promise<string[]> {
  const found: unknown = await page.evaluate(script)
  if (!isList(found)) throw new Error(`expected a list of lines from the page, found ${JSON.stringify(found)}`)
  return found
}

/** Every rule that axe knows, the experimental and the AAA ones too. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return linesOf(
    page,
    `axe.run(document, { rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])) })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + (failureSummary ?? ''))))`,
  )
}
