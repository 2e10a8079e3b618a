/** 大字 and 特大字 by the rules for older readers (docs/reading.md): letters, leading, gaps, targets, and all of it by keyboard. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ARTICLE } from './kinds.ts'
import { visit, wide } from './reader.ts'

/** A number that the page's own script computes. */
async function measured(page: Page, script: string): Promise<number> {
  return Number(await page.evaluate(script))
}

const style = (selector: string, property: string): string =>
  `parseFloat(getComputedStyle(document.querySelector('${selector}')).${property})`

/** The least width and height of the links and buttons above the text, in CSS pixels. */
const leastTarget = (page: Page): Promise<number> =>
  measured(
    page,
    `Math.min(...[...document.querySelectorAll('.bar a,.size label')].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      return [width, height]
    }))`,
  )

describe.each([
  ['#z2', 24, 60],
  ['#z3', 30, 60],
])('the size %s', (size, letters, target) => {
  test.each([360, 1280])(`has letters of ${letters} px and targets of ${target} px at %i px`, async (width) => {
    const { page, context } = await visit(ARTICLE, wide(width))
    await page.locator(size).check()
    expect(await measured(page, style('.text p', 'fontSize'))).toBeGreaterThanOrEqual(letters)
    expect(await leastTarget(page)).toBeGreaterThanOrEqual(target)
    await context.close()
  })
})

test('no word of date and source is broken in two, whatever spaces part them', async () => {
  const { page, context } = await visit(ARTICLE, wide(360))
  await page.locator('#z3').check()
  // The sample's article keeps its original's two no-break spaces there.
  const lines = await measured(
    page,
    `(() => {
      const text = document.querySelector('.head').childNodes
      const node = [...text].find((one) => one.data?.includes('来源'))
      const range = document.createRange()
      range.setStart(node, node.data.indexOf('来源'))
      range.setEnd(node, node.data.indexOf('来源') + 2)
      return range.getClientRects().length
    })()`,
  )
  expect(lines).toBe(1)
  await context.close()
})

describe('the usual size', () => {
  test('has letters of 18 px, targets of 44, double leading, and one and a half lines from paragraph to paragraph', async () => {
    const { page, context } = await visit(ARTICLE, wide(360))
    expect(await measured(page, style('.text p', 'fontSize'))).toBe(18)
    expect(await leastTarget(page)).toBeGreaterThanOrEqual(44)
    const line = await measured(page, style('.text p', 'lineHeight'))
    const gap = await measured(page, style('.text p', 'marginBottom'))
    expect(line).toBe(36)
    expect((line + gap) / line).toBeGreaterThanOrEqual(1.5)
    await context.close()
  })

  test('gives way to a larger one by keyboard alone, and the focus is seen', async () => {
    const { page, context } = await visit(ARTICLE)
    await page.locator('.size input').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('#z2').isChecked()).toBe(true)
    expect(await measured(page, style('html', 'fontSize'))).toBeGreaterThan(20)
    const outline = await page.evaluate(`getComputedStyle(document.querySelector('.size label:has(#z2)')).outlineStyle`)
    expect(outline).toBe('solid')
    await context.close()
  })

  test('takes the larger letters of the browser’s own setting on every page', async () => {
    const { page, context } = await visit(ARTICLE)
    await page.addStyleTag({ content: 'html{font-size:200%}' })
    expect(await measured(page, style('.text p', 'fontSize'))).toBe(36)
    expect(await leastTarget(page)).toBeGreaterThanOrEqual(88)
    await context.close()
  })
})
