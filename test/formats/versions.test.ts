/** Versions: a TimeMap that clients of Memento can read, and a difference that is true to the letter and cut as a reader reads. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyOf, type Version } from '../../src/content/versions.ts'
import { difference, type Piece } from '../../src/formats/difference.ts'
import { timeMap, timeMapJson } from '../../src/formats/memento.ts'
import { spoilt } from './cases.ts'
import { faultsOfTimeMap } from './timeMap.ts'
import { everyRole, pageOf } from './paper.ts'

const VERSIONS: Version[] = ['2024-06-02T00:00:00Z', '2024-06-05T09:00:00Z', '2024-06-08T09:00:00.500Z'].map((at) => ({
  revision: at,
  at,
  blocks: [{ kind: 'title', text: at }],
}))
const page = pageOf(everyRole)

const catalogue = (kept: Version[]) => ({ versions: () => kept })

describe('a TimeMap', () => {
  const map = timeMap(page, VERSIONS)

  it('is what RFC 7089 says of one, and its JSON says the same', () => {
    expect(faultsOfTimeMap(map)).toEqual([])
    expect(timeMapJson(page, VERSIONS)).toMatchObject({
      original_uri: 'https://hefeng.example/2024/0602/a1.html',
      mementos: {
        last: { datetime: '2024-06-08T09:00:00Z', uri: 'https://hefeng.example/2024/0602/a1.20240608090000.html' },
      },
    })
  })

  it.each([
    ['without its original', ';rel="original"', ';rel="other"', 'expected one original'],
    ['with a date of another form', 'Wed, 05 Jun 2024 09:00:00 GMT', '2024-06-05', 'no datetime of RFC 9110'],
    ['with the first version twice', ';rel="memento";', ';rel="first memento";', 'expected one first memento'],
    ['with versions out of order', 'Wed, 05 Jun 2024', 'Fri, 05 Jul 2024', 'not in the order of time'],
    ['with a link broken off', '.html>;rel="memento"', '.html;rel="memento"', 'no link of RFC 8288'],
  ])('%s is caught', (_what, place, other, fault) => {
    expect(faultsOfTimeMap(spoilt(map, place, other)).join('\n')).toContain(fault)
  })
})

describe('an article’s history', () => {
  const today = { ...page, record: { ...page.record, updatedAt: '2024-07-01T00:00:00Z' } }

  it('is empty for one that has always been the same, whatever was kept of it', () => {
    const [same] = historyOf(today, catalogue(VERSIONS)).slice(-1)
    expect(historyOf(today, catalogue([]))).toEqual([])
    expect(same && historyOf(today, catalogue([{ ...same, at: '2024-06-01T00:00:00Z' }]))).toEqual([])
  })

  it('has of two within a second the later, for they would have one address', () => {
    const [first] = VERSIONS
    const twice = first === undefined ? [] : [first, { ...first, at: '2024-06-02T00:00:00.900Z', revision: 'later' }]
    expect(historyOf(today, catalogue(twice)).map(({ revision }) => revision)).toEqual(['later', page.record.revision])
  })
})

const CHANGES: [what: string, before: string[], after: string[], shown: (string | number)[]][] = [
  ['a number', ['渠水来了，浇了三百亩地。'], ['渠水来了，浇了四百亩地。'], ['渠水来了，浇了[-三百-]{+四百+}亩地。']],
  ['a paragraph more', ['甲来了。', '乙来了。'], ['甲来了。', '丙还没有来。', '乙来了。'], [1, '{+丙还没有来。+}', 1]],
  ['a paragraph less', ['甲来了。', '乙来了。'], ['乙来了。'], ['[-甲来了。-]', 1]],
  ['a paragraph cut in two', ['甲先来了。乙后来了。'], ['甲先来了。', '乙后来了。'], ['甲先来了。', '乙后来了。']],
  [
    'a sentence that keeps a word by chance: not in scraps',
    ['县里修了渠，农户很高兴。'],
    ['镇上修了路，商户不满意。'],
    ['[-县里修了渠，农户很高兴-]{+镇上修了路，商户不满意+}。'],
  ],
]

const written = ({ kind, text }: Piece): string => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind]

/** Hardly two letters of it alike, and another text for another seed. */
const long = (seed: number): string[] => [
  Array.from({ length: 9000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * seed) % 9973))).join(''),
]

describe('the difference between two versions', () => {
  it.each(CHANGES)('shows %s', (_what, before, after, shown) => {
    const found = difference(before, after).map((passage) =>
      typeof passage === 'number' ? passage : passage.map(written).join(''),
    )
    expect(found).toEqual(shown)
  })

  it('is true to the letter: without what is new it is the old text, without what is gone the new one', () => {
    const text = fc.array(
      fc.array(fc.constantFrom('渠', '水来了', '，', '三百亩', 'a b', '。', '😀')).map((all) => all.join('')),
      {
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const passages = difference(before, after)
        const kept = (leave: Piece['kind']): string =>
          passages
            .flatMap((passage) => (typeof passage === 'number' ? [] : passage))
            .filter(({ kind }) => kind !== leave)
            .map((piece) => piece.text)
            .join('')
        const same = passages.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0)
        expect(before.join('').length - kept('new').length).toBe(after.join('').length - kept('gone').length)
        if (same > 0) return
        expect([kept('new'), kept('gone')]).toEqual([before.join(''), after.join('')])
      }),
      { numRuns: 500 },
    )
  })

  it('of two long texts with nothing in common ends soon and shows both', () => {
    const kinds = difference(long(7), long(31)).map((one) =>
      typeof one === 'number' ? one : one.map(({ kind }) => kind),
    )
    expect(kinds).toEqual([['gone'], ['new']])
  })
})
