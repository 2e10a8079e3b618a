/** The words by which the lake's index knows a document, and those that a search asks it for. */
import { expect, test } from 'vitest'
import { wantedWords, wordsOf } from '../../src/lake/store/words.ts'

const RUNS: readonly (readonly [run: string, wanted: string | undefined])[] = [
  ['', undefined],
  ['水', '("6c34x" *)'],
  ['5', '("35x" *)'],
  ['渠水', '("6e20x6c34")'],
  ['渠水到', '("6e20x6c34" AND "6c34x5230")'],
  ['52', '("35x32")'],
  ['526', '("35x32x36")'],
  ['有52户', '("6709x35x32" AND "35x32x6237")'],
  ['水有5', '("6c34x6709" AND "6709x35")'],
  ['水有52', '("6c34x6709" AND "6709x35x32")'],
  ['有5户', '("6709x35" AND "35x6237")'],
]

test.each(RUNS)('%s is asked for as %s, by words that its document has', (run, wanted) => {
  expect(wantedWords([{ run }])).toBe(wanted)
  const held = wordsOf({ text: `水渠${run}渠水` }).split(' ')
  const missing = [...(wanted ?? '').matchAll(/"(\w+)"( \*)?/gu)].filter(
    ([, word = '', open]) => !held.some((one) => (open === undefined ? one === word : one.startsWith(word))),
  )
  expect(missing).toEqual([])
})

test('a number is not looked for in a text that holds its pairs of numerals apart', () => {
  const held = wordsOf({ text: '有526户，12户，61户' }).split(' ')
  const wanted = [...(wantedWords([{ run: '5261' }]) ?? '').matchAll(/"(\w+)"/gu)].map(([, word = '']) => word)
  expect(wanted.every((word) => held.includes(word))).toBe(false)
})
