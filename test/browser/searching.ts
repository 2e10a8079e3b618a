/**
 * A reader at the search page: the site is built and the browser opened for the test file that imports this.
 *
 *   const { page, context } = await visit()
 *   await type(page, '渠首')
 *   await titles(page)   →  ['渠首今晨开闸 澄河水下了东干渠', …]
 */
import type { Page } from 'playwright-core'
import { visit as visitAny, type Visit, type VisitOptions } from './reader.ts'

export const SCREENSHOTS = 'test/screenshots/search'

export async function visit(path = '/search/', options: VisitOptions = {}): Promise<Visit> {
  const one = await visitAny(path, options)
  if (options?.javaScriptEnabled !== false) await settled(one.page)
  return one
}

export const settled = (page: Page): Promise<void> =>
  page.locator('#results[aria-busy=false]').waitFor({ state: 'attached' })

export const titles = (page: Page): Promise<string[]> =>
  page.locator('#results ol').first().locator('b').allInnerTexts()

export async function type(page: Page, text: string): Promise<void> {
  await page.locator('[name=q]').fill(text)
  await settled(page)
}
