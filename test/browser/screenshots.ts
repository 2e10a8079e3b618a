/**
 * `npm run screenshots`: every kind of page at 360 and 1280 px, light and dark, into test/screenshots/site.
 *
 *   360-light-article.png, 360-dark-article.png, 1280-light-article.png, …
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { ARTICLE, KINDS } from './kinds.ts'
import { buildForBrowser } from './site.ts'

const FOLDER = 'test/screenshots/site'

interface Shot {
  path: string
  prepare?: (page: Page) => Promise<unknown>
}

/** The text's width on A4 with the browsers' usual margins, in CSS pixels. */
const PAPER = 718

async function asOnPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: PAPER, height: 900 })
  await page.emulateMedia({ media: 'print' })
}

const SHOTS: Record<string, Shot> = {
  ...Object.fromEntries(Object.entries(KINDS).map(([name, path]) => [name, { path }])),
  found: { path: '/search/?q=渠首', prepare: (page) => page.locator('#results li').first().waitFor() },
  dazi: { path: ARTICLE, prepare: (page) => page.locator('#z3').check() },
  'dazi-front': { path: '/', prepare: (page) => page.locator('#z2').check() },
  print: { path: ARTICLE, prepare: asOnPaper },
}

const site = await buildForBrowser([['sample']])
const browser = await openChromium()
try {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      for (const [name, { path, prepare }] of Object.entries(SHOTS)) {
        await page.emulateMedia({ media: 'screen', colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(new URL(path, site.url).href)
        await prepare?.(page)
        await page.screenshot({ path: join(FOLDER, `${width}-${colorScheme}-${name}.png`), fullPage: true })
      }
      await context.close()
    }
  }
  console.log(`${Object.keys(SHOTS).length * 4} screenshots in ${FOLDER}.`)
} finally {
  await browser.close()
  await site.close()
}
