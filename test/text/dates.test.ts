/** The line of date and source, and dates as pages print them. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOf,
  formatDay,
  formatHeadLine,
  formatMinute,
  formatOffset,
  instantOf,
  parseHeadLine,
} from '../../src/text/dates.ts'
import { fixtureLines } from './fixtures.ts'

const CASES = fixtureLines('dates.txt').map(({ name, text }) => {
  const found = /^(?<line>.*) {2}→ {2}(?<means>.*)$/u.exec(text)?.groups
  if (found === undefined) throw new Error(`expected “line  →  meaning” in ${name}, found “${text}”`)
  return { name, line: found['line'] ?? '', means: found['means'] ?? '' }
})

/** The line printed again where it was read, else as it came. */
function printedAgain(line: string): string {
  const read = parseHeadLine(line)
  return read === undefined ? line : formatHeadLine(read)
}

const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(2, '0'))

describe('a line under the headline', () => {
  test.each(CASES)('$name $line', ({ line, means }) => {
    const read = parseHeadLine(line)
    expect(read === undefined ? '-' : `${read.date} | ${read.source} | ${instantOf(read.date)}`).toBe(means)
    expect(printedAgain(line)).toBe(line)
  })

  test('names its parts', () => {
    expect(parseHeadLine('2019年04月09日10:21\u00a0\u00a0来源： 禾风日报 ')).toEqual({
      date: '2019年04月09日10:21',
      between: '\u00a0\u00a0',
      label: '来源： ',
      source: '禾风日报',
      after: ' ',
    })
  })

  test('reads back from its parts', () => {
    const parts = fc.record({
      date: fc
        .tuple(
          fc.integer({ min: 1949, max: 2099 }),
          two(12),
          two(28),
          fc.constantFrom('', '07:05', ' 23:59', '11:03:09'),
        )
        .map(([year, month, day, time]) => `${year}年${month}月${day}日${time}`),
      between: fc.constantFrom(' ', '  ', '\u00a0\u00a0', '\u3000', ' | ', '｜'),
      label: fc.constantFrom('来源：', '来源:', '来源： ', '本文来源：'),
      source: fc.constantFrom('禾风日报', '禾风网－《禾风日报》', 'Hefeng Daily', '禾风 都市'),
      after: fc.constantFrom('', ' ', '\u3000'),
    })
    fc.assert(
      fc.property(parts, (line) => {
        expect(parseHeadLine(formatHeadLine(line))).toEqual(line)
      }),
    )
  })

  test('is given back to the letter by every text that is one', () => {
    const pieces = fc.constantFrom(
      '2019年04月09日',
      '2019-04-09',
      '10:21',
      ':30',
      ' ',
      '　',
      '|',
      '来源：',
      '来源:',
      '禾风',
      '日报',
      'T',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (line) => {
          expect(printedAgain(line)).toBe(line)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('an instant', () => {
  const anyMinute = fc
    .integer({ min: Date.UTC(1950, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
    .map((minutes) => new Date(minutes * 60_000).toISOString())
    // Where summer time ended, an hour was printed twice: no page can say which it meant.
    .filter((instant) => !/^19(?:8[6-9]|9[01])-09/u.test(instant))

  test('is printed in Shanghai’s time, whatever the machine’s', () => {
    expect(formatMinute('2020-07-02T03:03:00Z')).toBe('2020年07月02日11:03')
    expect(formatMinute('2020-07-02T11:03:59+08:00')).toBe('2020年07月02日11:03')
    expect(formatMinute('1988-07-02T02:03:00Z')).toBe('1988年07月02日11:03')
    expect(formatMinute('1988-01-02T03:03:00Z')).toBe('1988年01月02日11:03')
    expect(formatDay('2020-07-01T16:00:00Z')).toBe('2020年7月2日')
    expect(formatDay('2020-07-01T15:59:59Z')).toBe('2020年7月1日')
    expect(dayOf('2020-12-31T16:00:00Z')).toBe('2021-01-01')
    expect(dayOf('2020-12-31T15:59:00Z')).toBe('2020-12-31')
    expect(formatOffset('2020-07-02T03:03:00Z')).toBe('2020-07-02T11:03:00+08:00')
    expect(formatOffset('1988-07-02T02:03:00Z')).toBe('1988-07-02T11:03:00+09:00')
  })

  test('printed to the minute reads back', () => {
    fc.assert(
      fc.property(anyMinute, (instant) => {
        expect(instantOf(formatMinute(instant))).toBe(instant)
        expect(new Date(formatOffset(instant)).toISOString()).toBe(instant)
        expect(instantOf(formatDay(instant))).toBe(instantOf(dayOf(instant)))
      }),
      { numRuns: 2000 },
    )
  })

  test('that is none is refused with what was expected', () => {
    for (const format of [formatMinute, formatDay, formatOffset, dayOf])
      expect(() => format('gestern')).toThrow(
        'expected an instant in ISO 8601 such as 2020-07-02T03:03:00Z, found “gestern”',
      )
  })

  test('is not made of a day that no calendar has', () => {
    const none =
      '2019年02月29日 2019年13月01日 2019-00-10 2019-04-31T10:00 2019-04-09T24:01 2019年04月091日 二〇一九年'.split(' ')
    expect(none.filter((day) => instantOf(day) !== undefined)).toEqual([])
    expect(instantOf('')).toBeUndefined()
  })
})
