/** The IBM Equal Access checker on a page of each kind, on phone and desk, light and dark: no violation. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ARTICLE, KINDS } from './kinds.ts'
import { linesOf, LOOKS, visit } from './reader.ts'

const CHECKER = readFileSync('node_modules/accessibility-checker-engine/ace.js', 'utf8')

/** What the checker is sure of; what it would have a person look at is not a fault. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(CHECKER)
  return linesOf(
    page,
    `new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']).then(({ results }) => results
      .filter(({ value: [policy, verdict] }) => policy === 'VIOLATION' && verdict === 'FAIL')
      .map(({ ruleId, message, snippet }) => ruleId + ': ' + message + ' ' + snippet))`,
  )
}

describe.each(Object.entries(KINDS))('%s', (_, path) => {
  test('violates no rule of IBM’s checker, on phone and desk, light and dark', async () => {
    const { page, context } = await visit(path)
    for (const [width, colorScheme] of LOOKS) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      expect({ width, colorScheme, faults: await violations(page) }).toEqual({ width, colorScheme, faults: [] })
    }
    await context.close()
  })
})

describe('the checker', () => {
  test('finds a picture without words and a field without a label', async () => {
    const { page, context } = await visit(ARTICLE)
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="data:,"><input>')`)
    expect(await violations(page)).not.toEqual([])
    await context.close()
  })
})
