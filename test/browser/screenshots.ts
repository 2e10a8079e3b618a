/**
 * `npm run screenshots`: every kind of page at 360 and 1280 px, light and dark, into test/screenshots/site.
 *
 *   360-light-article.png, 360-dark-article.png, 1280-light-article.png, …
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { buildForBrowser } from './site.ts'

const FOLDER = 'test/screenshots/site'

interface Shot {
  path: string
  prepare?: (page: Page) => Promise<unknown>
}

const ARTICLE = '/n2/2024/0602/c1003-200001.html'

const SHOTS: Record<string, Shot> = {
  front: { path: '/' },
  article: { path: ARTICLE },
  'article-pictures': { path: '/n2/2024/0917/c1006-200005.html' },
  'article-corrected': { path: '/n2/2023/0412/c1003-200001.html' },
  dazi: { path: ARTICLE, prepare: (page) => page.locator('#z3').check() },
  print: { path: ARTICLE, prepare: (page) => page.emulateMedia({ media: 'print' }) },
  day: { path: '/days/2024/0602.html' },
  month: { path: '/days/2024/06.html' },
  year: { path: '/days/2024.html' },
  years: { path: '/days/' },
  channel: { path: '/channels/xiangcun.html' },
  'channel-month': { path: '/channels/xiangcun/2024-06.html' },
  source: { path: '/sources/hefeng-ribao.html' },
  person: { path: '/people/zhou-yan-jizhe.html' },
  people: { path: '/people/' },
  corrections: { path: '/about/corrections/' },
  about: { path: '/about/' },
  release: { path: '/about/release/' },
  style: { path: '/about/style/' },
  tombstone: { path: '/n2/2025/0809/c1001-200007.html' },
  404: { path: '/nowhere.html' },
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
