/** The credit lines of papers, read and printed again: `credits.txt` line by line, and what holds for every line there is. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCreditLine, type CreditLine } from '../../src/text/credits/line.ts'
import { parseCreditLine } from '../../src/text/credits/parse.ts'
import { fixtureLines } from './fixtures.ts'
import { creditLine, writersLine } from './lines.ts'

interface Case {
  name: string
  line: string
  bare: boolean
  means: string
}

const CASES: Case[] = fixtureLines('credits.txt').map(({ name, text }) => {
  const found = /^(?<line>.*) {2}(?<arrow>[→⇒]) {2}(?<means>.*)$/u.exec(text)?.groups
  if (found === undefined) throw new Error(`expected “line  →  meaning” in ${name}, found “${text}”`)
  return { name, line: found['line'] ?? '', bare: found['arrow'] === '⇒', means: found['means'] ?? '' }
})

/** A parsed line as the fixture writes it: `editor[责编] 甲川, 乙木(实习)`. */
function inWords(line: CreditLine | undefined): string {
  if (line === undefined) return '-'
  const credits = line.credits.map(({ role, label, people, placeholder }) => {
    const names = people.map(
      ({ name, note, code, affiliation }) =>
        name + (note === undefined ? '' : `(${note})`) + (code === undefined ? '' : `#${code}`) + at(affiliation),
    )
    const listed = [...names, ...(placeholder === '' ? [] : [`“${placeholder}”`])]
    return `${role}[${label}]${listed.length === 0 ? '' : ' '}${listed.join(', ')}`
  })
  return credits.join('; ')
}

/** The line printed again, where it was read. */
const printedAgain = (line: CreditLine | undefined): string | undefined =>
  line === undefined ? undefined : formatCreditLine(line)

const at = (affiliation: string | undefined): string => (affiliation === undefined ? '' : `@${affiliation.trim()}`)

describe('a printed line', () => {
  test.each(CASES)('$name $line', ({ line, bare, means }) => {
    const parsed = parseCreditLine(line, { bare })
    expect(inWords(parsed)).toBe(means)
    expect(printedAgain(parsed) ?? line).toBe(line)
  })

  test('the fixture holds at least 200 lines that are credits and 70 that are not', () => {
    expect(CASES.filter(({ means }) => means !== '-').length).toBeGreaterThanOrEqual(200)
    expect(CASES.filter(({ means }) => means === '-').length).toBeGreaterThanOrEqual(70)
  })

  test('the paper inside a label is kept beside it', () => {
    const credits = parseCreditLine('（云上网骆青石 禾风气象网记者闻溪）')?.credits
    expect(credits?.map(({ affiliation, people }) => [affiliation, people[0]?.affiliation])).toEqual([
      [undefined, '云上网'],
      ['禾风气象网', undefined],
    ])
  })

  test('a line without labels is read only where such names may stand', () => {
    for (const { line } of CASES.filter(({ bare }) => bare)) {
      const parsed = parseCreditLine(line)
      expect(parsed?.credits.every(({ label, role }) => label === '' && role !== 'photographer') ?? false).toBe(false)
    }
  })
})

describe('for every line', () => {
  test('what is printed from a structure reads back as that structure', () => {
    fc.assert(
      fc.property(fc.oneof(creditLine, writersLine), (line) => {
        expect(parseCreditLine(formatCreditLine(line))).toEqual(line)
      }),
      { numRuns: 3000 },
    )
  })

  const printed = fc.constantFrom(...CASES.map(({ line }) => line))
  const cut = fc.tuple(printed, printed, fc.nat(), fc.nat(), fc.string({ unit: 'binary', maxLength: 4 }))
  const spliced = cut.map(([a, b, i, j, extra]) => a.slice(0, i % (a.length + 1)) + extra + b.slice(j % (b.length + 1)))
  const letters = fc.constantFrom(...'责编记者通讯员摄文图：:、 　(（)）[【】]|丨/骆青石闻溪等PN31·robot报社网')
  const shuffled = fc.array(letters, { maxLength: 24 }).map((parts) => parts.join(''))

  const anyLine = fc.oneof(
    spliced,
    shuffled,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )

  test('reading never throws, and what is read prints again to the letter', () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (line, bare) => {
        expect(printedAgain(parseCreditLine(line, { bare })) ?? line).toBe(line)
      }),
      { numRuns: 20_000 },
    )
  })

  test('no name holds a mark of the line', () => {
    fc.assert(
      fc.property(fc.oneof(spliced, shuffled), (line) => {
        const people = parseCreditLine(line, { bare: true })?.credits.flatMap((credit) => credit.people) ?? []
        for (const { name } of people) expect(name).not.toMatch(/[：:、，|丨︱()（）【】]|记者|责编/u)
      }),
      { numRuns: 5000 },
    )
  })
})
