/** Our own pages' credit lines: what is composed reads back, and nobody changes sides between editors and writers. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES, roleOf, type CreditPlace, type RoleId } from '../../sanity/schema/roles.ts'
import { composeCredits, creditedOf, type Credited } from '../../src/text/credits/compose.ts'
import { formatCreditLine, type CreditLine } from '../../src/text/credits/line.ts'
import { parseCreditLine } from '../../src/text/credits/parse.ts'
import { code, note, personName, penName, roleAndLabel } from './arbitrary.ts'

const PLACES: CreditPlace[] = ['byline', 'textEnd', 'foot']
const printed = (credited: readonly Credited[]): string[] =>
  PLACES.flatMap((place) => composeCredits(credited)[place].map(formatCreditLine))

const readBack = (line: CreditLine): Credited[] => {
  const parsed = parseCreditLine(formatCreditLine(line))
  if (parsed === undefined) throw new Error(`expected a credit line, found “${formatCreditLine(line)}”`)
  return creditedOf(parsed)
}

const essence = ({ role, name, note, code }: Credited): unknown => ({ role, name, note, code })

const attribution: fc.Arbitrary<Credited> = fc
  .record({
    at: roleAndLabel,
    labelled: fc.boolean(),
    name: fc.oneof({ weight: 5, arbitrary: personName }, { weight: 1, arbitrary: penName }),
    note: fc.option(note, { nil: undefined, freq: 4 }),
    code: fc.option(code, { nil: undefined, freq: 6 }),
    affiliation: fc.option(fc.constantFrom('禾风日报', '云上社', '东禾网'), { nil: undefined, freq: 5 }),
  })
  .map(({ at: { role, label }, labelled, name, note, code, affiliation }) => ({
    role,
    name,
    label: labelled ? label : undefined,
    note,
    code,
    affiliation: labelled ? undefined : affiliation,
  }))

const propertyOf = (role: RoleId): string => roleOf(role).property

describe('composed lines', () => {
  test('have the form of the original pages', () => {
    const credited: Credited[] = [
      { role: 'commentator', name: '季木兰' },
      { role: 'reporter', name: '石砚' },
      { role: 'reporter', name: '阿依兰·木合塔', note: '实习' },
      { role: 'correspondent', name: '闻溪' },
      { role: 'editor', name: '韩岭', note: '实习' },
      { role: 'editor', name: '杜若', code: 'ZN035' },
      { role: 'deskEditor', name: '石砚', label: '版面编辑' },
      { role: 'photographer', name: '闻溪' },
    ]
    expect(printed(credited)).toEqual([
      '评论员：季木兰',
      '（记者 石砚 阿依兰·木合塔(实习) 通讯员 闻溪）',
      '(责编：韩岭(实习)、杜若 ZN035 版面编辑：石砚 摄影：闻溪)',
    ])
  })

  test('say who sent a reporter', () => {
    expect(printed([{ role: 'reporter', name: '石砚', affiliation: '禾风日报' }])).toEqual(['（禾风日报记者 石砚）'])
    expect(printed([{ role: 'reporter', name: '石砚', label: '本报记者' }])).toEqual(['（本报记者 石砚）'])
  })

  test('part Latin names by a sign', () => {
    const two: Credited[] = [
      { role: 'reporter', name: 'Ada Holm' },
      { role: 'reporter', name: '石砚' },
    ]
    expect(printed(two)).toEqual(['（记者 Ada Holm、石砚）'])
    const short: Credited[] = [
      { role: 'reporter', name: 'Ada' },
      { role: 'reporter', name: 'Holm' },
    ]
    expect(printed(short)).toEqual(['（记者 Ada、Holm）'])
  })

  test('put a sign before a name too long to be told from prose', () => {
    expect(printed([{ role: 'reporter', name: '乌兰图雅花' }])).toEqual(['（记者：乌兰图雅花）'])
  })

  test('are none where nobody is credited', () => {
    expect(composeCredits([])).toEqual({ byline: [], textEnd: [], foot: [] })
  })

  test('read back to the same people, in their order, at every place', () => {
    fc.assert(
      fc.property(fc.array(attribution, { maxLength: 8 }), (credited) => {
        const composed = composeCredits(credited)
        for (const place of PLACES) {
          const here = credited.filter(({ role }) => roleOf(role).place === place)
          expect(composed[place].flatMap(readBack).map(essence)).toEqual(here.map(essence))
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('of what was read back are the same lines again', () => {
    fc.assert(
      fc.property(fc.array(attribution, { maxLength: 8 }), (credited) => {
        const once = composeCredits(credited)
        const again = composeCredits(PLACES.flatMap((place) => once[place].flatMap(readBack)))
        expect(PLACES.flatMap((place) => again[place].map(formatCreditLine))).toEqual(
          PLACES.flatMap((place) => once[place].map(formatCreditLine)),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an editor', () => {
  const anyRole = fc.constantFrom(...ROLES.map(({ id }) => id))
  const anyLabel = fc.oneof(
    fc.constantFrom(...ROLES.flatMap(({ labels }) => [...labels])),
    fc.constantFrom('本报记者', '新闻编辑', '记者 责编', '', '图', '作者：甲', '摄', '文'),
  )

  test('never reads as a writer and no writer as an editor, whatever label the Studio holds', () => {
    const mislabelled = fc.record({
      role: anyRole,
      name: personName,
      label: anyLabel,
      note: fc.option(note, { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(mislabelled, { minLength: 1, maxLength: 6 }), (credited) => {
        const composed = composeCredits(credited)
        for (const place of PLACES) {
          const here = credited.filter(({ role }) => roleOf(role).place === place)
          const sides = composed[place].flatMap(readBack).map(({ role, name }) => `${name} ${propertyOf(role)}`)
          expect(sides).toEqual(here.map(({ role, name }) => `${name} ${propertyOf(role)}`))
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('of any label keeps that side in every kind of line', () => {
    const labels = ROLES.filter(({ property }) => property === 'editor').flatMap((role) => [...role.labels])
    const lines = labels.flatMap((label) =>
      [`（${label}：石砚）`, `${label}|石砚`, `(${label} 石砚、韩岭)`, `记者：韩岭 ${label}：石砚`].map((line) => ({
        label,
        line,
      })),
    )
    const wrong = lines.filter(({ label, line }) => {
      const read = parseCreditLine(line)?.credits.find((credit) => credit.label === label)
      return read === undefined || propertyOf(read.role) !== 'editor'
    })
    expect(wrong).toEqual([])
  })
})
