/** Searches of which only the front is read: what they answer is what they say when every document is asked. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Plans } from '../../src/lake/query/plan.ts'
import { connect } from './connect.ts'
import { asked, fileAll, PERSPECTIVES, unnarrowed } from './filings.ts'

const TAIL = '{_type, _id, _originalId, "orderings": [_score, publishedAt]}'
const ORDER = 'order(orderings[0] desc, dateTime(orderings[1]) desc)'
const SCORED =
  'score(boost(_type in ["article"] && title match text::query($q), 10), boost(kicker match text::query($q), 2), ([@, _id] match text::query($q) || references($q)))'
const ARTICLES = '*[_type == "article"]'
/** As the Studio asks from its bar and in its lists, by relevance and by any order, and as programs may. */
const SEARCHES = [
  `${ARTICLES} | ${SCORED} [_score > 0] ${TAIL} | ${ORDER} [0...2]`,
  `${ARTICLES} | ${SCORED} [_score > 0] ${TAIL} | ${ORDER} [1..2]`,
  `${ARTICLES} | score([@] match text::query($q), title match text::query($q)) [_score > 0] | order(_score desc) [0...1]`,
  '*[_type == "article" && ([@, _id] match text::query($q) || references($q)) && !defined(gone)] {_id, "orderings": [publishedAt]} | order(orderings[0]) [0...2]',
  '*[_type == "article" && [@] match text::query($q) && [@] match text::query("水")] | order(lower(title), n desc) [0..1]{_id, n}',
  '{"first": *[_type == "article" && [@] match text::query($q)] | order(n desc) [0...1]._id, "all": count(*[_type == "article"])}',
]
/** Where a word that is missing could bring another document to the front. */
const OTHERS = [
  `${ARTICLES} | ${SCORED} [_score > 0] ${TAIL} | order(orderings[0]) [0...2]`,
  `${ARTICLES} | ${SCORED} [_score > 0] ${TAIL} | order(orderings[1]) [0...2]`,
  `${ARTICLES} | ${SCORED} [_score > 0] {_id, n} | order(_score desc) [0...2]`,
  `${ARTICLES} | ${SCORED} [_score > 0 && _score < 10] ${TAIL} | ${ORDER} [0...2]`,
  '*[_type == "article" && [@] match text::query($q) && !references("水")] | order(n) [0...2]',
  '*[_type == "article" && [@] match text::query($q)] {n} | order(n) [0...2]',
  '*[_type == "article" && [@] match text::query($q)] | order(who->name) [0...2]',
  '*[_type == "article" && [@] match text::query($q)] | order(n)',
]

/** The same query that starts from everything, because nothing in it names a type. */
describe('a search of which only the front is read', () => {
  test.each(SEARCHES)('%s', (query) => {
    expect(new Plans({ keepsAnswers: true }).of(query, { q: '渠水' }).pages).toHaveLength(1)
    expect(new Plans({ keepsAnswers: true }).of(unnarrowed(query), { q: '渠水' }).pages).toEqual([])
    expect(new Plans().of(query, { q: '渠水' }).pages).toEqual([])
  })

  test.each(OTHERS)('is not %s', (query) => {
    expect(new Plans({ keepsAnswers: true }).of(query, { q: '渠水' }).pages).toEqual([])
  })
})

/** Pairs without the words, words in pieces, values that are ids: whatever the index names and the document does not hold. */
const texts = fc.constantFrom('12.渠水', '12渠', '渠水', '渠水到', '水到渠', '渠水 水到', '渠水到渠', '水', '到', '雪')
const fields = fc.record(
  {
    title: texts,
    kicker: texts,
    n: fc.nat(2),
    publishedAt: fc.constantFrom('2024-06-02T00:30:00Z', '2024-06-02T08:30:00+08:00', '2025-01-01T00:00:00Z', '不知'),
    gone: fc.constant(true),
    sections: fc.array(fc.record({ body: texts, other: texts }), { maxLength: 2 }),
    note: fc.constant(`${'长'.repeat(300)}渠水到`),
    who: fc.constantFrom(...['水到', '渠水到', '雪'].map((_ref) => ({ _type: 'reference', _ref, _weak: true }))),
  },
  { requiredKeys: [] },
)
const ids = fc.constantFrom(...'abcdefghijkl', 'drafts.a', 'drafts.b', 'drafts.m', 'versions.r.a')
const filings = fc.array(fc.record({ id: ids, fields, gone: fc.boolean() }), { minLength: 8, maxLength: 20 })
const words = fc.constantFrom('渠水', '水到', '渠水到', '水到渠', '渠', '渠水 -到', '渠水 雪', '12渠', '2渠水')

describe('the front of a search', () => {
  test.each(PERSPECTIVES)('is what it is when every document is asked, seen as %s', async (perspective) => {
    const { raw } = await connect()
    const said = asked(raw, perspective)
    await fc.assert(
      fc.asyncProperty(filings, words, async (filed, word) => {
        await fileAll(raw, filed)
        for (const query of SEARCHES) {
          const whole = await said(unnarrowed(query), word)
          expect({ query, answer: await said(query, word) }).toEqual({ query, answer: whole })
        }
      }),
      { numRuns: 40 },
    )
  })
})
