/** Documents that an index names before a query looks at them: none is left out that the query would find. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Plans } from '../../src/lake/query/plan.ts'
import { connect } from './connect.ts'
import { asked, fileAll, PERSPECTIVES, unnarrowed } from './filings.ts'

type Case = readonly [query: string, params: Record<string, unknown>, needles: unknown]

const CASES: readonly Case[] = [
  ['*[_type == "article" && [@, _id] match text::query($q)]{_id}', { q: '渠水*' }, [{ run: '渠水' }]],
  ['*[_type == "article" && [@, _id] match text::query($q)]{_id}', { q: '-渠水 雪' }, [{ run: '雪' }]],
  ['*[_type == "article" && [@, _id] match text::query($q)]{_id}', { q: '-渠水' }, undefined],
  ['*[_type == "article" && title match text::query($q)]{_id}', { q: 'snow' }, undefined],
  ['*[_type == "article" && (title == $q || $q in names)]{_id}', { q: '雪' }, [{ value: '雪' }, { value: '雪' }]],
  ['*[_type == "article" && lower(title) == $q]{_id}', { q: 'snow' }, [{ value: 'snow' }]],
  ['*[_type == "article" && people[].name match $q]{_id}', { q: '*渠水*' }, [{ run: '渠水' }]],
  ['*[_type == "article" && people[n > 1].name match $q]{_id}', { q: '*渠水*' }, [{ run: '渠水' }]],
  ['*[_type == "article" && _id == $q && title == "雪"]{_id}', { q: 'a' }, undefined],
  ['*[_type == "article" && who->name == $q]{_id}', { q: '雪' }, undefined],
  ['*[_type == "article" && !(title == $q)]{_id}', { q: '雪' }, undefined],
  ['*[_type == "article" && title + names[0] match $q]{_id}', { q: '*水渠*' }, undefined],
  ['*[_type == "article" && "渠水" match $q]{_id}', { q: '*渠水*' }, undefined],
  ['*[_type == "article" && title + names[0] == $q]{_id}', { q: '渠水渠水' }, undefined],
  ['*[_type == "article" && pt::text(text) match $q]{_id}', { q: '*渠水*' }, undefined],
  [
    '*[_type == "article"] | score(boost(title match text::query($q), 10), references($q)) [_score > 0] {_id}',
    { q: '渠水' },
    [{ run: '渠水' }, { value: '渠水' }],
  ],
  ['*[_type == "article"] | score(title match text::query($q)) {_id, _score}', { q: '渠水' }, undefined],
  // Of several words a score is content with one.
  [
    '*[_type == "article"] | score(boost(title match $q, 2)) [_score > 0] {_id}',
    { q: '*渠水* *雪*' },
    [{ run: '渠水' }, { run: '雪' }],
  ],
  ['*[_type == "article"] | score(title match $q) [_score > 0] {_id}', { q: '*渠水* *a*' }, undefined],
  ['*[_type == "article" && title match $q]{_id}', { q: '*渠水* *雪*' }, [{ run: '渠水' }]],
]

/** The same query that starts from everything, because nothing in it names a type. */
describe('what a query certainly demands', () => {
  test.each(CASES)('%s with %j: %j', (query, params, needles) => {
    expect(new Plans().of(query, params).sources[0]?.needles).toEqual(needles)
  })

  test('of either of two types is looked for in both', () => {
    const query = '*[(_type == "profile" && name match "*渠*") || (_type == "article" && lower(title) match "*渠*")]'
    const [source] = new Plans().of(query, {}).sources
    expect(source).toMatchObject({ types: ['profile', 'article'], needles: [{ run: '渠' }, { run: '渠' }] })
  })
})

/** Letters of every width, one beyond the first plane, numerals and marks between them. */
const texts = fc.string({ unit: fc.constantFrom(...'渠水到雪𠮷12012. a，·"'), maxLength: 12 })
const words = fc.string({ unit: fc.constantFrom(...'渠水到雪𠮷1201a'), minLength: 1, maxLength: 4 })
const fields = fc.record(
  {
    title: texts,
    names: fc.array(texts, { maxLength: 3 }),
    people: fc.array(fc.record({ name: texts, n: fc.nat(3) }), { maxLength: 3 }),
    text: fc.constant([
      {
        _type: 'block',
        children: [
          { _type: 'span', text: '渠' },
          { _type: 'span', text: '水' },
        ],
      },
    ]),
    who: fc.constant({ _type: 'reference', _ref: '渠水', _weak: true }),
  },
  { requiredKeys: [] },
)
const ids = fc.constantFrom('a', 'b', 'drafts.a', 'drafts.b', 'c', 'versions.r.a')
const filings = fc.array(fc.record({ id: ids, fields, gone: fc.boolean() }), { minLength: 1, maxLength: 8 })

describe('the index', () => {
  test.each(PERSPECTIVES)(
    'leaves out nothing that is found by asking every document, seen as %s',
    async (perspective) => {
      const { raw } = await connect()
      const said = asked(raw, perspective)
      await fc.assert(
        fc.asyncProperty(filings, words, async (filed, word) => {
          await fileAll(raw, filed)
          for (const [query, { q }] of CASES) {
            for (const sought of [q, word, `*${word}*`])
              expect(await said(query, sought), `${query} ${String(sought)}`).toEqual(
                await said(unnarrowed(query), sought),
              )
          }
        }),
        { numRuns: 40 },
      )
    },
  )

  test('reads numerals as a match does, whatever dots stand in them', async () => {
    const { raw } = await connect()
    await raw.create({ _id: 'a', _type: 'article', title: '2020.07.02 12.渠水' })
    for (const title of ['*20200702*', '2020.07.02', '*12渠*', '12.渠水', '*7.02*'])
      expect({ title, ids: await raw.fetch('*[_type == "article" && title match $title]._id', { title }) }).toEqual({
        title,
        ids: ['a'],
      })
  })

  test('knows what a mutation by query is to change, and what its own transaction changed before', async () => {
    const { raw } = await connect()
    await raw.create({ _id: 'a', _type: 'article', title: '渠水' })
    await raw.create({ _id: 'b', _type: 'article', title: '雪' })
    await raw.mutate([
      { patch: { id: 'b', set: { title: '渠水' } } },
      { patch: { query: '*[_type == "article" && title == "渠水"]', set: { found: true } } },
    ])
    expect(await raw.fetch('*[found == true]._id')).toEqual(['a', 'b'])
  })
})
