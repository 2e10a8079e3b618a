/** Windows gathered by numbers, against what they are: each piece of each text, and the articles that hold it. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from '../../src/search/gather.ts'
import type { Posting } from '../../src/search/shard.ts'
import { homeOf } from '../../src/search/terms.ts'
import { windowsOf } from './windows.ts'

/** Letters with low and high units, of the first plane and beyond it, few enough to meet again. */
const LETTERS = ['把', '渠', '修', '到', 'a', '1', '\u{1}', '\u{ffff}', '\u{20000}', '\u{8000}']
const TEXTS = fc.array(fc.array(fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 30 }), { maxLength: 4 }), {
  maxLength: 12,
})

function gathered(texts: readonly string[][]): Map<string, Posting[]> {
  const windows = gather()
  for (const [article, held] of texts.entries()) for (const text of held) windows.add(text, article)
  return new Map(windows.homes())
}

test('every window of every text is there once, by its home, with the articles that hold it in their order', () => {
  fc.assert(
    fc.property(TEXTS, (texts) => {
      const plain = new Map<string, number[]>()
      for (const [article, held] of texts.entries())
        for (const window of new Set(held.flatMap(windowsOf)))
          plain.set(window, [...(plain.get(window) ?? []), article])
      const homes = gathered(texts)
      const all = [...homes.values()].flat()
      expect(all.length).toBe(plain.size)
      expect(new Map(all)).toEqual(plain)
      for (const [home, postings] of homes) expect(postings.every(([term]) => homeOf(term) === home)).toBe(true)
    }),
  )
})

test('more articles than a number can tell apart are refused, not mixed up', () => {
  const windows = gather()
  windows.add('把渠修到', 2 ** 21 - 1)
  expect([...windows.homes()]).toContainEqual(['把渠', [['把渠修到', [2 ** 21 - 1]]]])
  expect(() => windows.add('把渠修到', 2 ** 21)).toThrow('expected at most 2097152 articles')
})
