/** What an expression looks at of a document: all of its fields that it names, or the whole. */
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../src/lake/query/fields.ts'
import { Plans } from '../../src/lake/query/plan.ts'
import { connect } from './connect.ts'

/** Negated, so that no value of it is looked up in the index and the answer is kept. */
const counted = (expression: string): string => `count(*[_type == "article" && !(${expression})])`

function filterOf(expression: string): unknown {
  const { standings } = new Plans({ keepsAnswers: true }).of(counted(expression), {})
  expect(standings).toHaveLength(1)
  return standings[0]?.filter
}

describe('the fields of an expression', () => {
  test.each([
    ['defined(withdrawn) && n > 1', ['_type', 'withdrawn', 'n']],
    ['count(coalesce(attributions, [])[role == "editor"]) == 0', ['_type', 'attributions', 'role']],
    ['"a" in people[].name', ['_type', 'name', 'people']],
    ['@.title == "a"', ['_type', 'title']],
    ['references("a")', undefined],
    ['{...}.title == "a"', undefined],
    ['count([@]) == 1', undefined],
  ])('%s: %j', (expression, fields) => {
    expect(fieldsOf(filterOf(expression))?.toSorted()).toEqual(fields?.toSorted())
  })
})

describe('a count over fields that are kept alone', () => {
  const DOCUMENTS: readonly ({ _id: string } & Record<string, unknown>)[] = [
    { _id: 'a', title: '渠“水”\\\u0000\ud800', n: 1e21, empty: null },
    { _id: 'b', title: '', n: -0.5, 'odd name': 1, 别: '水', long: '长'.repeat(300) },
    { _id: 'drafts.a', title: '雪', n: [1, { m: 2 }] },
  ]

  test.each([
    'title == "渠“水”\\\\\\u0000\\ud800"',
    'n == 1e21',
    'n < 0',
    'n[1].m == 2',
    '!defined(empty)',
    'empty == null',
    'missing == null',
    '@["odd name"] == 1',
    '@["别"] == "水"',
    '_originalId == "drafts.a"',
    'length(long) == 300',
    '!defined(long)',
  ])('is what it is over whole documents: %s', async (filter) => {
    const { raw } = await connect()
    for (const document of DOCUMENTS) await raw.create({ ...document, _type: 'article' })
    for (const perspective of ['raw', 'drafts'] as const) {
      const ask = async (query: string): Promise<unknown> => raw.fetch<unknown>(query, {}, { perspective })
      // An empty `references` asks for the whole document and finds none.
      const whole = await ask(counted(`${filter} || references("none")`))
      expect(await ask(counted(filter))).toEqual(whole)
      // Asked otherwise, so that the answer is a new one over what was kept by the first.
      expect(await ask(counted(`${filter} || false`))).toEqual(whole)
    }
  })
})

test('a filter that is true by its first half asks nothing of the second; a score adds both', async () => {
  const { raw } = await connect()
  await raw.create({ _id: 'a', _type: 'article', title: '雪' })
  const scored = await raw.fetch<{ _score: number }[]>('*[_type == "article"] | score(true || title == "雪") {_score}')
  expect(scored[0]?._score).toBe(2)
  expect(await raw.fetch('*[_type == "article" && (title match text::query("*") || references(""))]._id')).toEqual([
    'a',
  ])
})
