/** What a reader meets in a real browser: order, room, contrast, one request, not a word on the console. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { buildForBrowser, type BrowserSite } from './site.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** One page of each kind; the article has kicker, 原标题, subheads, many reporters, two editors and recommendations. */
const ARTICLE = '/n2/2024/0602/c1003-200001.html'
const PAGES = {
  'the front page': '/',
  'an article with recommendations': ARTICLE,
  'an article with pictures': '/n2/2024/0917/c1006-200005.html',
  'a person': '/people/zhou-yan-jizhe.html',
  'a channel': '/channels/yaowen.html',
  'a source': '/sources/hefeng-ribao.html',
  'a month': '/days/2024/06.html',
  'a page to cite from': '/n2/2024/0602/c1003-200001.cite.html',
  'a tombstone': '/n2/2025/0809/c1001-200007.html',
  'the release': '/about/release/',
  'a year': '/days/2024.html',
  'all people': '/people/',
  'corrections and withdrawals': '/about/corrections/',
  'about the site': '/about/',
  'the page of styles': '/about/style/',
  'the 404 page': '/404.html',
}

let site: BrowserSite
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
  requests: string[]
  messages: string[]
  close(): Promise<void>
}

async function visit(
  path: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
  script = true,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: script })
  const page = await context.newPage()
  const requests: string[] = []
  const messages: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (error) => messages.push(error.message))
  await page.goto(new URL(path, site.url).href)
  return { page, requests, messages, close: () => context.close() }
}

interface Fault {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

const isFaults = (value: unknown): value is Fault[] => Array.isArray(value)

/** Every rule that axe knows, the experimental and the AAA ones too. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found: unknown = await page.evaluate(
    `axe.run(document, { rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])) }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`,
  )
  if (!isFaults(found)) throw new Error('expected a list of faults from axe')
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

describe.each(Object.entries(PAGES))('%s', (_, path) => {
  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('has no fault that axe can find at %i px, %s', async (width, scheme) => {
    const { page, messages, close } = await visit(path, width, scheme)
    expect(await faultsOf(page)).toEqual([])
    // A tombstone is answered with 410, which the console says.
    expect(messages.filter((one) => !one.endsWith('status of 410 (Gone)'))).toEqual([])
    await close()
  })

  test.each([320, 360, 768, 1280])('never scrolls sideways at %i px', async (width) => {
    const { page, close } = await visit(path, width)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await close()
  })

  test('is one request but for its pictures, and reads the same without JavaScript', async () => {
    const [on, off] = [await visit(path, 1280), await visit(path, 1280, 'light', false)]
    expect(on.requests.filter((url) => !url.includes('/pictures/') && !url.startsWith('data:'))).toHaveLength(1)
    expect(await off.page.locator('main').innerText()).toBe(await on.page.locator('main').innerText())
    await on.close()
    await off.close()
  })
})

describe('axe', () => {
  test('finds the fault that is planted: pale grey text', async () => {
    const { page, close } = await visit(ARTICLE, 1280)
    await page.addStyleTag({ content: '.kicker{color:#ccc!important}' })
    expect(await faultsOf(page)).not.toEqual([])
    await close()
  })
})

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`expected ${selector} on the page`)
  return box
}

describe('the article page', () => {
  test.each([360, 1280])('keeps the original’s order from kicker to editors at %i px', async (width) => {
    const { page, close } = await visit(ARTICLE, width)
    const order = ['.kicker', 'h1', '.head', '.original', '.text > p:not([class])', '.text h2', '.foot']
    const tops: number[] = []
    for (const selector of order) tops.push((await boxOf(page, selector)).y)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    await close()
  })

  test('sets recommendations beside the text on wide screens and below it on phones', async () => {
    const wide = await visit(ARTICLE, 1280)
    const [text, side] = [await boxOf(wide.page, '.text'), await boxOf(wide.page, 'aside')]
    expect(side.x).toBeGreaterThan(text.x + text.width)
    expect(side.y).toBeLessThan(text.y + 40)
    const phone = await visit(ARTICLE, 360)
    expect((await boxOf(phone.page, 'aside')).y).toBeGreaterThan((await boxOf(phone.page, '.foot')).y)
    await wide.close()
    await phone.close()
  })

  test('sets the editors’ line at the right edge of the text, 40 letters wide at most', async () => {
    const { page, close } = await visit(ARTICLE, 1280)
    const style: unknown = await page.evaluate(
      `(({ textAlign }, { width, fontSize }) => [textAlign, parseFloat(width) / parseFloat(fontSize)])(getComputedStyle(document.querySelector('.foot')), getComputedStyle(document.querySelector('.text')))`,
    )
    expect(style).toEqual(['right', expect.toSatisfy((letters: number) => letters <= 40)])
    await close()
  })

  test('prints without bar, path and recommendations', async () => {
    const { page, close } = await visit(ARTICLE, 1280)
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['.bar', '.path', 'aside']) expect(await page.locator(selector).isVisible()).toBe(false)
    expect(await page.locator('.foot').isVisible()).toBe(true)
    await close()
  })
})
