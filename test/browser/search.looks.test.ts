/** The search page for every eye: two widths, light and dark. */
import { describe, expect, test } from 'vitest'
import { axeFaults, LOOKS, site, wide, widthOf } from './reader.ts'
import { SCREENSHOTS, type, visit } from './searching.ts'

describe.each(LOOKS)('at %i px, %s', (width, colorScheme) => {
  test('has no fault that axe can find, and never scrolls sideways', async () => {
    const { page, context, messages } = await visit('/search/', { ...wide(width), colorScheme })
    const look = async (name: string): Promise<void> => {
      expect({ name, faults: await axeFaults(page) }).toEqual({ name, faults: [] })
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}-${colorScheme}.png` })
    }
    await look('empty')
    await page.locator('summary').click()
    await type(page, '渠首')
    await look('results')
    await type(page, '渠首管理站今年春天头一回')
    await look('similar')
    await page.goto(new URL('/search/people-h.html', site.url).href)
    await look('people')
    expect(messages).toEqual([])
    await context.close()
  })
})

test.each([320, 360, 390, 412])('at %i px no name in a result’s last line is broken in two', async (width) => {
  const { page, context } = await visit('/search/', wide(width))
  await type(page, '渠首')
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('#results li>small')].flatMap((line) =>
      [...line.childNodes].flatMap((node) =>
        [...(node.textContent ?? '').matchAll(/\p{Script=Han}+/gu)]
          .filter(({ index, 0: { length } }) => {
            if (!(node instanceof Text)) return false
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + length)
            return range.getClientRects().length > 1
          })
          .map(([run]) => run),
      ),
    ),
  )
  expect(broken).toEqual([])
  expect(await page.locator('#results li>small').count()).toBeGreaterThan(1)
  await context.close()
})

test('the field alone has the mark of the focus, and no second one around its label', async () => {
  const { page, context } = await visit('/search/', wide(360))
  await type(page, '渠首')
  const outlines = await page
    .locator('.search .whole')
    .evaluate((label) => [label, ...label.querySelectorAll('input')].map((one) => getComputedStyle(one).outlineStyle))
  expect(outlines).toEqual(['none', 'solid'])
  await context.close()
})
