/** One article's credits through every format: the same names in the same roles and order, and an editor an author nowhere. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES, roleOf } from '../../sanity/schema/roles.ts'
import { articleText } from '../../src/formats/text.ts'
import { gbt7714 } from '../../src/formats/gbt7714.ts'
import { referenceOf } from '../../src/formats/reference.ts'
import { personName } from '../text/arbitrary.ts'
import { articleWith, everyRole, pageOf, PARTS, type Part } from './paper.ts'
import { printedParts, toldBy } from './told.ts'

const sideOf = (parts: readonly Part[], property: string): string[] =>
  parts.filter(({ role }) => roleOf(role).property === property).map(({ name }) => name)

const differ = (what: string, found: readonly string[], expected: readonly string[]): string[] =>
  found.join('|') === expected.join('|') ? [] : [`${what}: ${found.join('|')} for ${expected.join('|')}`]

const isDesk = ({ who }: Part): boolean => who?._ref.startsWith('source-') === true

/** Formats against the parts that they were made from: what is not so, one line each. */
function wrongsOf(parts: readonly Part[], article: object): string[] {
  const page = pageOf(article)
  const wanted = parts.map(({ role, name }) => `${role} ${name}`)
  const authors = sideOf(parts, 'author')
  const editors = sideOf(parts, 'editor')
  const told = [...toldBy(page)].flatMap(([format, { authors: by, editors: edited, parts: all }]) => [
    ...differ(`${format} authors`, by, authors),
    ...(edited === undefined ? [] : differ(`${format} editors`, edited, editors)),
    ...(all === undefined ? [] : differ(`${format} parts`, all, inListsOf(format, parts))),
  ])
  const text = articleText(page)
  const text7714 = gbt7714(referenceOf(page))
  return [
    ...told,
    ...differ('printed page', printedParts(page).toSorted(), wanted.toSorted()),
    ...parts.filter(({ name }) => !text.includes(name)).map(({ name }) => `text lacks ${name}`),
    ...differ('GB/T 7714', [text7714.split(`${page.title}[`)[0] ?? ''], [headOf7714(authors)]),
  ]
}

/** ninjs has people in one list and organisations in another. */
function inListsOf(format: string, parts: readonly Part[]): string[] {
  const ordered = format === 'ninjs' ? [...parts.filter((one) => !isDesk(one)), ...parts.filter(isDesk)] : parts
  return ordered.map(({ role, name }) => `${role} ${name}`)
}

function headOf7714(authors: readonly string[]): string {
  const shown = [...authors.slice(0, 3), ...(authors.length > 3 ? ['等'] : [])]
  return shown.length === 0 ? '' : `${shown.join(', ')}. `
}

describe('an article with every role', () => {
  it('says the same people, roles and order in every format, and its editors are authors in none', () => {
    expect(new Set(PARTS.map(({ role }) => role)).size).toBe(ROLES.length)
    expect(wrongsOf(PARTS, everyRole)).toEqual([])
  })

  it('is compared so that a role, a name or an order that differs is seen', () => {
    const [first, second, ...rest] = PARTS
    if (first === undefined || second === undefined) throw new Error('expected two parts, found fewer')
    expect(wrongsOf([second, first, ...rest], everyRole)).not.toEqual([])
    expect(wrongsOf([{ ...first, role: 'reporter' }, second, ...rest], everyRole)).not.toEqual([])
    expect(wrongsOf([{ ...first, name: '骆申舟' }, second, ...rest], everyRole)).not.toEqual([])
    expect(wrongsOf(PARTS.slice(1), everyRole)).not.toEqual([])
  })
})

describe('five hundred generated articles', () => {
  const part = fc.record({
    role: fc.constantFrom(...ROLES.map(({ id }) => id)),
    name: personName,
    note: fc.constant('实习'),
  })

  it('say the same people, roles and order in every format', () => {
    let editors = 0
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        editors += sideOf(parts, 'editor').length
        expect(wrongsOf(parts, articleWith(parts))).toEqual([])
      }),
      { numRuns: 500 },
    )
    expect(editors).toBeGreaterThan(100)
  })
})
