/** The search page for every eye: two widths, light and dark. */
import { describe, expect, test } from 'vitest'
import { faultsOf, SCREENSHOTS, site, type, visit } from './searching.ts'

describe.each([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  test('has no fault that axe can find, and never scrolls sideways', async () => {
    const { page, context, messages } = await visit('/search/', { viewport: { width, height: 900 }, colorScheme })
    const look = async (name: string): Promise<void> => {
      expect({ name, faults: await faultsOf(page) }).toEqual({ name, faults: [] })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
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
