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

type Condition = readonly [name: string, width: number, prepare: (page: Page) => Promise<unknown>]

const asItIs = (): Promise<void> => Promise.resolve()
const inSize = (id: string) => (page: Page) => page.locator(id).check()

/** One after the other on one page. Zoom of 200 % is half as many CSS pixels to the window. */
const CONDITIONS: readonly Condition[] = [
  ['320 px', 320, asItIs],
  ['360 px', 360, asItIs],
  ['200 % zoom on a desk of 1024 px', 512, asItIs],
  ['768 px', 768, asItIs],
  ['大字 at 360 px', 360, inSize('#z2')],
  ['特大字 at 360 px', 360, inSize('#z3')],
  ['特大字 at 1280 px', 1280, asItIs],
  ['1280 px', 1280, inSize('.size input:not([id])')],
  ['forced colours', 360, (page) => page.emulateMedia({ forcedColors: 'active' })],
  ['paper', 718, (page) => page.emulateMedia({ forcedColors: 'none', media: 'print' })],
]
/** Where the text stands in columns, order is theirs. */
const IN_COLUMNS = new Set(['特大字 at 1280 px', '1280 px', 'paper'])

describe.concurrent.each(Object.entries(KINDS))('%s', (_, path) => {
  test('keeps its room, and in one column its order, under every condition', async () => {
    const { page, context } = await visit(path, wide(320))
    for (const [condition, width, prepare] of CONDITIONS) {
      await page.setViewportSize({ width, height: 900 })
      await prepare(page)
      const disordered = IN_COLUMNS.has(condition) ? [] : await outOfOrder(page)
      expect({ condition, width: await widthOf(page), cutOff: await cutOff(page), disordered }).toEqual({
        condition,
        width,
        cutOff: [],
        disordered: [],
      })
    }
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
