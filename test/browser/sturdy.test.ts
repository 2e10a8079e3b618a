/** Every kind of page under hard conditions: narrow, zoomed, in the reader's own colours, on paper, without styles. Order and room hold. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ARTICLE, KINDS } from './kinds.ts'
import { linesOf, visit, wide, widthOf } from './reader.ts'

/** Blocks of words that stand higher than the one before them in the page's own order. */
const outOfOrder = (page: Page): Promise<string[]> =>
  linesOf(
    page,
    `(() => {
      let above = -Infinity
      return [...document.querySelectorAll('main :is(h1,h2,h3,p,li,dt,dd,tr,figure),footer p')]
        .filter((one) => one.getClientRects().length > 0 && one.innerText.trim() !== '')
        .filter((one) => {
          const { top } = one.getBoundingClientRect()
          const wrong = top < above - 1
          above = Math.max(above, top)
          return wrong
        })
        .map((one) => one.tagName + ' ' + one.innerText.slice(0, 40))
    })()`,
  )

/** Words that are cut off: a box whose content is wider than it and does not scroll. */
const cutOff = (page: Page): Promise<string[]> =>
  linesOf(
    page,
    `[...document.querySelectorAll('body :is(h1,h2,p,a,td,th,li,dd,label,b)')]
      .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.tagName + ' ' + one.innerText.slice(0, 40))`,
  )

describe.each(Object.entries(KINDS))('%s', (_, path) => {
  test.each([
    ['at 320 px', wide(320)],
    ['at 360 px', wide(360)],
    ['at 768 px', wide(768)],
    ['at 200 % zoom on a small desk', { viewport: { width: 512, height: 384 }, deviceScaleFactor: 2 }],
    ['in forced colours', { ...wide(360), forcedColors: 'active' }],
  ] as const)('keeps its order and its room %s', async (_condition, options) => {
    const { page, context } = await visit(path, options)
    expect(await widthOf(page)).toBeLessThanOrEqual(options.viewport.width)
    expect(await cutOff(page)).toEqual([])
    expect(await outOfOrder(page)).toEqual([])
    await context.close()
  })

  test.each(['#z2', '#z3'])('keeps its order and its room at 360 px in the larger type %s', async (size) => {
    const { page, context } = await visit(path, wide(360))
    await page.locator(size).check()
    expect(await widthOf(page)).toBeLessThanOrEqual(360)
    expect(await cutOff(page)).toEqual([])
    expect(await outOfOrder(page)).toEqual([])
    await context.close()
  })

  test('never scrolls sideways at 1280 px, nor on paper', async () => {
    const { page, context } = await visit(path)
    expect(await widthOf(page)).toBeLessThanOrEqual(1280)
    await page.setViewportSize({ width: 718, height: 900 })
    await page.emulateMedia({ media: 'print' })
    expect(await widthOf(page)).toBeLessThanOrEqual(718)
    await context.close()
  })

  test('reads in the same order with styles off', async () => {
    const { page, context } = await visit(path, wide(360))
    await page.evaluate(`document.querySelector('style').remove()`)
    expect(await outOfOrder(page)).toEqual([])
    const order = await linesOf(
      page,
      `['header', 'main', 'main h1', 'footer'].map((one) => String(document.querySelector(one)?.getBoundingClientRect().top ?? NaN))`,
    )
    expect(order.map(Number)).toEqual(order.map(Number).toSorted((a, b) => a - b))
    await context.close()
  })
})

describe('the checks', () => {
  test('find a block that is moved above others, and words that are cut off', async () => {
    const { page, context } = await visit(ARTICLE, wide(360))
    await page.addStyleTag({ content: '.foot{position:absolute;top:0}h1{white-space:nowrap;width:3em}' })
    expect(await outOfOrder(page)).not.toEqual([])
    expect(await cutOff(page)).not.toEqual([])
    await context.close()
  })

  test('which size is chosen is seen in forced colours too', async () => {
    const { page, context } = await visit('/', { ...wide(360), forcedColors: 'active' })
    await page.locator('#z2').check()
    const lines = await linesOf(
      page,
      `[...document.querySelectorAll('.size label')].map((one) => getComputedStyle(one).textDecorationLine)`,
    )
    expect(lines).toEqual(['none', 'underline', 'none'])
    await context.close()
  })
})
