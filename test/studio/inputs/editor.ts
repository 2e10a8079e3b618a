/**
 * An editor at the Studio: a real Chromium, signed in, that remembers what the console said.
 *
 *   const editor = await openEditor(studio)
 *   await editor.open('article-xue')          the article's form
 *   await editor.tab('署名')
 *   await editor.compose('nihao', '你好')      as an input method does it
 */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openChromium } from '../../browser/chromium.ts'
import { ROOT } from '../../site/zebian.ts'
import { listenTo } from '../heard.ts'
import type { Studio } from './studio.ts'

const SCREENSHOTS = join(ROOT, 'test/screenshots/studio')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export interface Editor {
  page: Page
  /** Errors and warnings of the console, and errors that nobody caught. */
  heard: string[]
  open(id: string): Promise<void>
  tab(name: string): Promise<void>
  compose(letters: string, text: string): Promise<void>
  shot(name: string): Promise<void>
  /** Serious and critical faults that axe finds in an input of ours. */
  faults(selector: string): Promise<string[]>
  close(): Promise<void>
}

export async function openEditor(studio: Studio): Promise<Editor> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const browser = await openChromium()
  const context = await browser.newContext({
    viewport: { width: 1700, height: 1300 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const heard = listenTo(page)
  await page.goto(studio.signIn)
  // Over HTTP/1.1 the Studio says so in a box that would lie over the buttons.
  await page.addLocatorHandler(page.getByRole('button', { name: '本次会话不再显示' }), (button) => button.click())
  return {
    page,
    heard,
    open: async (id) => {
      await page.goto(`${studio.url}/studio/intent/edit/id=${id};type=article`, { waitUntil: 'commit' })
      await page.getByRole('button', { name: '粘贴原文' }).waitFor()
    },
    tab: (name) => page.getByRole('tab', { name, exact: true }).first().click(),
    compose: async (letters, text) => {
      const session = await context.newCDPSession(page)
      for (let end = 1; end <= letters.length; end += 1) {
        const typed = { text: letters.slice(0, end), selectionStart: end, selectionEnd: end }
        await session.send('Input.imeSetComposition', typed)
      }
      await session.send('Input.insertText', { text })
      await session.detach()
    },
    shot: async (name) => {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
    },
    faults: async (selector) => {
      await page.addScriptTag({ path: AXE })
      return page.evaluate(`axe.run(${JSON.stringify(selector)}).then(({ violations }) => violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) => html.slice(0, 160) + ' ' + (any[0]?.message ?? '')).join(' | ')))`)
    },
    close: () => browser.close(),
  }
}
