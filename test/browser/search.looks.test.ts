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
