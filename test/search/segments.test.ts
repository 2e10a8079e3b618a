/** How the archive is cut: few segments however long it is, a new article changes the newest alone, pairs come back as they were. */
import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEW_LETTERS, formatLetters, isPlain, parseLetters } from '../../src/search/letters.ts'
import { formatRows, parseRows } from '../../src/search/rows.ts'
import { parseMap } from '../../src/search/segments.ts'
import { formatShard, parseShard } from '../../src/search/shard.ts'
import { formatMonth, monthOf, spansOf } from '../../src/search/spans.ts'
import { homeOf, tilesOf } from '../../src/search/terms.ts'
import { windowsOf } from './windows.ts'
import { entryOf, indexOf, LETTERS } from './index.ts'

describe('segments', () => {
  test('cover every month once, are few, and the newest is the running month alone', () => {
    for (const months of [1, 2, 41, 64, 100, 410, 1200]) {
      const spans = spansOf(24_000, 24_000 + months - 1)
      expect(spans.reduce((sum, span) => sum + span.months, 0)).toBe(months)
      expect(spans.at(-1)).toEqual({ from: 24_000 + months - 1, months: 1 })
      expect(spans.length).toBeLessThanOrEqual(8 + months / 64)
      for (const [index, { from }] of spans.entries())
        expect(from).toBe(24_000 + spans.slice(0, index).reduce((sum, span) => sum + span.months, 0))
    }
  })

  test('are named by their first month and written in the page as a map', () => {
    expect(formatMonth(monthOf('2019-06-02T08:30:00+08:00'))).toBe('201906')
    const { map } = indexOf([
      entryOf({ title: '甲乙', shown: '2019-03-01T08:00:00+08:00' }, 1),
      entryOf({ title: '丙丁' }, 2),
    ])
    expect(map).toBe('201903-32-1 202406-1-1')
    expect(parseMap(map)).toEqual([
      { from: 24_230, months: 32, shards: 2 },
      { from: 24_293, months: 1, shards: 2 },
    ])
    expect(parseMap('nothing of ours')).toEqual([])
  })
})

/** Thirty months of one article a week. */
const archive = Array.from({ length: 120 }, (_, week) => {
  const shown = new Date(Date.UTC(2022, 0, 3 + week * 7)).toISOString().replace('Z', '+08:00')
  return entryOf({ title: `第${week}周的渠水分到各村`, shown, address: `/a/${week}.html` }, week)
})

describe('one publish', () => {
  const before = indexOf(archive)
  const changed = (after: ReturnType<typeof indexOf>): string[] =>
    [...after.files].flatMap(([address, bytes]) => (before.files.get(address)?.equals(bytes) === true ? [] : [address]))

  test('of a new article rewrites the running month and nothing else, the map neither', () => {
    const after = indexOf([...archive, entryOf({ title: '旧仓房里开书展', shown: '2024-04-21T09:00:00+08:00' }, 120)])
    expect(after.map).toBe(before.map)
    expect([...new Set(changed(after).map((address) => address.split('/')[2]))]).toEqual(['202404-1'])
  })

  test('that corrects an old article rewrites its own segment, and there the files that hold its words', () => {
    const after = indexOf(
      archive.map((entry) => (entry.title.startsWith('第3周') ? { ...entry, kicker: '更正' } : entry)),
    )
    const files = changed(after)
    expect([...new Set(files.map((address) => address.split('/')[2]))]).toEqual(['202201-16'])
    expect(files.length).toBeLessThan(5)
  })

  test('that takes an article back leaves no word of it', async () => {
    const has = (index: typeof before): boolean =>
      [...index.files.values()].some((bytes) => inflateRawSync(bytes).includes('第3周'))
    const after = indexOf(archive.filter(({ title }) => !title.startsWith('第3周')))
    expect([has(before), has(after)]).toEqual([true, false])
    expect([await before.titles('第3周'), await after.titles('第3周')]).toEqual([['第3周的渠水分到各村'], []])
  })
})

describe('pairs', () => {
  const terms = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9, unit: 'binary' }), { maxLength: 40 })
  const numbers = fc
    .uniqueArray(fc.nat(70_000), { minLength: 1, maxLength: 30 })
    .map((list) => list.toSorted((a, b) => a - b))

  test('a shard comes back as it was', () => {
    fc.assert(
      fc.property(terms, numbers, (keys, articles) => {
        const postings = keys.toSorted().map((key): [string, number[]] => [key, articles])
        expect(parseShard(formatShard(postings))).toEqual(postings)
      }),
    )
  })

  test('what is no shard comes out as something, soon', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseShard(bytes).length).toBeLessThanOrEqual(300)
      }),
    )
  })

  test('rows come back as they were', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, fc.array(text), (title, lead, credits) => {
        const row = {
          address: '/a',
          shown: '',
          channel: '',
          title,
          kicker: '',
          subtitle: '',
          originalTitle: '',
          lead,
          subheads: [],
          source: '',
          credits,
          names: [],
        }
        expect(parseRows(formatRows([row, row]))).toEqual([row, row])
      }),
    )
    expect(() => parseRows('{"a":1}')).toThrow('expected rows')
  })

  test('letters come back as they were, and the few in the script are the table’s own within GB 2312', () => {
    expect(parseLetters(formatLetters(LETTERS))).toEqual(LETTERS)
    expect([...FEW_LETTERS]).toEqual([...LETTERS].filter(([letter]) => isPlain(letter)))
    expect(['党', '黨', 'a', '。'].map(isPlain)).toEqual([true, false, true, true])
  })
})

describe('a phrase', () => {
  test('of two letters or more is a beginning of a window of its text, and its tiles stand there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'把渠修到田头a1'), minLength: 2, maxLength: 60 }),
        fc.nat(58),
        fc.integer({ min: 2, max: 20 }),
        (text, from, size) => {
          const phrase = text.slice(from, from + size)
          fc.pre(phrase.length > 1)
          const windows = new Set(windowsOf(text))
          for (const tile of tilesOf(phrase)) {
            expect([...windows].some((window) => window.startsWith(tile))).toBe(true)
            expect(homeOf(tile)).toBe(homeOf([...windows].find((window) => window.startsWith(tile)) ?? ''))
          }
          expect(tilesOf(phrase).length).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})
