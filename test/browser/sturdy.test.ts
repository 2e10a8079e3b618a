/** Every kind of page under hard conditions: narrow, zoomed, in the reader's own colours, on paper, without styles. Order and room hold. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ARTICLE, KINDS } from './kinds.ts'
import { isThorough, linesOf, visit, wide, widthOf } from './reader.ts'

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

interface Condition {
  name: string
  width: number
  size?: '#z2' | '#z3'
  media?: { forcedColors?: 'active'; media?: 'print' }
}

/** Zoom of 200 % is half as many CSS pixels to the window. */
const CONDITIONS: readonly Condition[] = [
  { name: '320 px', width: 320 },
  { name: '360 px', width: 360 },
  { name: '200 % zoom on a desk of 1024 px', width: 512 },
  { name: '768 px', width: 768 },
  { name: '1280 px', width: 1280 },
  { name: '大字 at 360 px', width: 360, size: '#z2' },
  { name: '特大字 at 360 px', width: 360, size: '#z3' },
  { name: '特大字 at 1280 px', width: 1280, size: '#z3' },
  { name: 'forced colours', width: 360, media: { forcedColors: 'active' } },
  { name: 'paper', width: 718, media: { media: 'print' } },
]

/** Each kind of page under every second of them, in turn; with `LOOKS=all` under all. */
const conditionsOf = (at: number): readonly Condition[] =>
  CONDITIONS.filter((_, own) => isThorough || (at + own) % 2 === 0)

async function bring(page: Page, { width, size, media }: Condition): Promise<void> {
  await page.emulateMedia({ forcedColors: 'none', media: 'screen' })
  await page.setViewportSize({ width, height: 900 })
  await page.locator(size ?? '.size input:not([id])').check()
  if (media !== undefined) await page.emulateMedia(media)
}

/** Where the text stands in columns, order is theirs. */
const IN_COLUMNS = new Set(['特大字 at 1280 px', '1280 px', 'paper'])

const PAGES = Object.entries(KINDS).map(([name, path], at) => ({ name, path, conditions: conditionsOf(at) }))

describe.concurrent.each(PAGES)('$name', ({ path, conditions }) => {
  test('keeps its room, and in one column its order, whatever the conditions', async () => {
    const { page, context } = await visit(path, wide(320))
    for (const condition of conditions) {
      const { name, width } = condition
      await bring(page, condition)
      const disordered = IN_COLUMNS.has(name) ? [] : await outOfOrder(page)
      expect({ name, width: await widthOf(page), cutOff: await cutOff(page), disordered }).toEqual({
        name,
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
