/** What a reader meets in a real browser: order, room, contrast, one request, not a word on the console. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ARTICLE, KINDS } from './kinds.ts'
import { axeFaults, looksOf, visit, wide } from './reader.ts'

/** The search page has a script and tests of its own (search.looks.test.ts). */
const PAGES = Object.entries(KINDS)
  .filter(([name]) => name !== 'search')
  .map(([name, path], at) => ({ name, path, looks: looksOf(at) }))

// Each page in a renderer of its own: two at a time take both cores.
describe.concurrent.each(PAGES)('$name', ({ path, looks }) => {
  test('has no fault that axe can find', async () => {
    const { page, messages, context } = await visit(path)
    for (const [width, colorScheme] of looks) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      expect({ width, colorScheme, faults: await axeFaults(page) }).toEqual({ width, colorScheme, faults: [] })
    }
    expect(messages).toEqual([])
    await context.close()
  })

  test('is one request but for its pictures, and reads the same without JavaScript', async () => {
    const [on, off] = [await visit(path), await visit(path, { javaScriptEnabled: false })]
    expect(on.requests.filter((asked) => !asked.startsWith('/pictures/'))).toHaveLength(1)
    expect(await off.page.locator('main').innerText()).toBe(await on.page.locator('main').innerText())
    await on.context.close()
    await off.context.close()
  })
})

describe('axe', () => {
  test('finds the fault that is planted: pale grey text', async () => {
    const { page, context } = await visit(ARTICLE)
    await page.addStyleTag({ content: '.kicker{color:#ccc!important}' })
    expect(await axeFaults(page)).not.toEqual([])
    await context.close()
  })
})

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`expected ${selector} on the page`)
  return box
}

describe('the article page', () => {
  test.each([360, 1280])('keeps the original’s order from kicker to editors at %i px', async (width) => {
    const { page, context } = await visit(ARTICLE, wide(width))
    const order = ['.kicker', 'h1', '.head', '.original', '.text > p:not([class])', '.text h2', '.foot']
    const tops: number[] = []
    for (const selector of order) tops.push((await boxOf(page, selector)).y)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    await context.close()
  })

  test('sets recommendations beside the text on wide screens and below it on phones', async () => {
    const desk = await visit(ARTICLE)
    const [text, side] = [await boxOf(desk.page, '.text'), await boxOf(desk.page, 'aside')]
    expect(side.x).toBeGreaterThan(text.x + text.width)
    expect(side.y).toBeLessThan(text.y + 40)
    const phone = await visit(ARTICLE, wide(360))
    expect((await boxOf(phone.page, 'aside')).y).toBeGreaterThan((await boxOf(phone.page, '.foot')).y)
    await desk.context.close()
    await phone.context.close()
  })

  test('sets the editors’ line at the right edge of the text, 40 letters wide at most', async () => {
    const { page, context } = await visit(ARTICLE)
    const style: unknown = await page.evaluate(
      `(({ textAlign }, { width, fontSize }) => [textAlign, parseFloat(width) / parseFloat(fontSize)])(getComputedStyle(document.querySelector('.foot')), getComputedStyle(document.querySelector('.text')))`,
    )
    expect(style).toEqual(['right', expect.toSatisfy((letters: number) => letters <= 40)])
    await context.close()
  })

  test('prints without bar, path and recommendations', async () => {
    const { page, context } = await visit(ARTICLE)
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['.bar', '.path', 'aside']) expect(await page.locator(selector).isVisible()).toBe(false)
    expect(await page.locator('.foot').isVisible()).toBe(true)
    await context.close()
  })
})
