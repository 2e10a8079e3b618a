/** Every pair of colours that the styles set on one another, light and dark, by WCAG 2.2’s contrast (1.4.6, level AAA). */
import { describe, expect, it } from 'vitest'
import { PALETTE } from '../../src/site/styles/tokens.ts'

/** `luminance('#ffffff')` → 1 */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(PALETTE))('the %s colours', (_, { paper, ink, quiet, red, bar }) => {
  it.each([
    ['ink on paper', ink, paper],
    ['quiet on paper', quiet, paper],
    ['red on paper', red, paper],
    ['white on the bar', '#ffffff', bar],
  ])('keep seven to one: %s', (_pair, one, other) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(7)
  })
})

describe('contrast', () => {
  it('is 21 for black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })
})
