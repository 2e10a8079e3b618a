import { ClientError } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { connect, failure, fill, WAYS } from './connect.ts'

const DOCUMENTS = [
  { _id: 'jia', _type: 'profile', name: '杨睿' },
  { _id: 'yi', _type: 'profile', name: '韩婷' },
  { _id: 'a1', _type: 'article', title: '高考期间错峰上班', n: 1, editors: [ref('jia'), ref('yi')], tags: ['民生'] },
  { _id: 'a2', _type: 'article', title: '博物馆夜场开放', n: 3, editors: [ref('yi')], tags: ['文化', '夜场'] },
  { _id: 'a3', _type: 'article', title: '端午龙舟赛', n: 2, cover: { _ref: 'gone', _weak: true, _type: 'reference' } },
]

/** [what the product can do, the query, its parameters, the answer] */
const QUERIES: readonly (readonly [string, string, Record<string, unknown>, unknown])[] = [
  ['counts', 'count(*[_type == "article"])', {}, 3],
  ['filters by type', '*[_type == "profile"]._id', {}, ['jia', 'yi']],
  ['filters by a type given as parameter', '*[_type == $t]._id', { t: 'profile' }, ['jia', 'yi']],
  ['finds a type written on the right', '*["profile" == _type]._id', {}, ['jia', 'yi']],
  ['filters by several types', '*[_type in ["profile", "channel"]]._id', {}, ['jia', 'yi']],
  ['narrows to nothing for no type', '*[_type in []]._id', {}, []],
  ['does not narrow an alternative', '*[_type == "profile" || n == 3]._id', {}, ['a2', 'jia', 'yi']],
  ['does not narrow a negation', '*[!(_type == "article")]._id', {}, ['jia', 'yi']],
  ['narrows within a conjunction', '*[n > 1 && _type == "article"]._id', {}, ['a2', 'a3']],
  ['narrows through chained filters', '*[_type == "article"][n > 1]._id', {}, ['a2', 'a3']],
  ['finds one document by id', '*[_id == $id][0].title', { id: 'a2' }, '博物馆夜场开放'],
  [
    'finds documents by ids, in the order of ids',
    '*[_id in $ids]._id',
    { ids: ['yi', 'a1', 'none', 'a1'] },
    ['a1', 'yi'],
  ],
  ['keeps the other conditions beside ids', '*[_id in $ids && n == 3]._id', { ids: ['a1', 'a2'] }, ['a2']],
  ['answers null for what is not there', '*[_id == "none"][0]', {}, null],
  ['answers an empty list', '*[_type == "none"]', {}, []],
  ['sorts downwards and slices', '*[_type == "article"] | order(n desc)[0...2]._id', {}, ['a2', 'a3']],
  ['sorts upwards', '*[_type == "article"] | order(n)._id', {}, ['a1', 'a3', 'a2']],
  ['slices by parameters', '*[_type == "article"] | order(n)[$from...$to]._id', { from: 1, to: 3 }, ['a3', 'a2']],
  ['follows one reference', '*[_id == "a1"][0].editors[0]->name', {}, '杨睿'],
  ['follows a list of references', '*[_id == "a1"][0].editors[]->name', {}, ['杨睿', '韩婷']],
  ['projects through a reference', '*[_id == "a2"]{"e": editors[]->{name}}', {}, [{ e: [{ name: '韩婷' }] }]],
  ['answers null through a reference that leads nowhere', '*[_id == "a3"][0].cover->name', {}, null],
  ['finds what refers to a document', '*[references("jia")]._id', {}, ['a1']],
  [
    'counts back references inside a projection',
    '*[_type == "profile"]{_id, "n": count(*[_type == "article" && references(^._id)])}',
    {},
    [
      { _id: 'jia', n: 1 },
      { _id: 'yi', n: 2 },
    ],
  ],
  ['joins the other way', '*[_type == "article" && $id in editors[]._ref]._id', { id: 'yi' }, ['a1', 'a2']],
  ['matches words with a wildcard', '*[title match "*夜场*"]._id', {}, ['a2']],
  ['coalesces', '*[_id == "jia"][0]{"t": coalesce(title, name)}', {}, { t: '杨睿' }],
  ['selects', '*[_type == "article"]{"s": select(n > 2 => "多", "少")}.s', {}, ['少', '多', '少']],
  ['tells what is defined', '*[defined(tags)]._id', {}, ['a1', 'a2']],
  ['flattens', 'array::unique(*[defined(tags)].tags[])', {}, ['民生', '文化', '夜场']],
  [
    'takes a parameter of every JSON type',
    '[$s, $n, $b, $l, $o, $z]',
    { s: '字', n: 1.5, b: true, l: [1], o: { a: 1 }, z: null },
    ['字', 1.5, true, [1], { a: 1 }, null],
  ],
  [
    'does not read a node out of a parameter',
    '$node',
    { node: { type: 'Parameter', name: 'x' } },
    { type: 'Parameter', name: 'x' },
  ],
  ['compares dates', 'dateTime("2020-07-02T00:00:00Z") < dateTime("2020-07-03T00:00:00Z")', {}, true],
  ['prints a date as text', 'dateTime("2020-07-02T00:00:00Z")', {}, '2020-07-02T00:00:00Z'],
  ['knows its project and dataset', '[sanity::projectId(), sanity::dataset()]', {}, ['zebian', 'production']],
  ['reads `path`, in which a star is one whole segment', '*[_id in path("*") && n == 1]._id', {}, ['a1']],
]

describe.each(WAYS)('a query %s', (_way, connect) => {
  test.each(QUERIES)('%s', async (_name, query, params, expected) => {
    const { client } = await connect()
    await fill(client, DOCUMENTS)
    expect(await client.fetch(query, params)).toEqual(expected)
  })
})

describe('a query', () => {
  test('is answered with itself, its time and its tags when the caller wants the whole answer', async () => {
    const { client } = await connect()
    const answer = await client.fetch('count(*)', {}, { filterResponse: false })
    expect(answer).toEqual({ query: 'count(*)', result: 0, ms: expect.any(Number), syncTags: ['s1:all'] })
  })

  test('is not repeated when the caller does not want it back', async () => {
    const { client } = await connect()
    expect(await client.fetch('count(*)', {}, { filterResponse: false, returnQuery: false })).not.toHaveProperty(
      'query',
    )
  })

  test('too long for an address is posted, with parameters and perspective', async () => {
    const { client } = await connect()
    await client.create({ _id: 'drafts.a', _type: 'article' })
    const ids = Array.from({ length: 5_000 }, (_, index) => `id-${index}`)
    expect(await client.fetch('*[_id in $ids || _id == "a"]._id', { ids }, { perspective: 'drafts' })).toEqual(['a'])
  })

  test('asked again with other parameters gets another answer', async () => {
    const { client } = await connect()
    await client.create({ _id: 'a', _type: 'article' })
    const ask = (id: string) => client.fetch('count(*[_id == $id])', { id })
    expect([await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 0, 1])
  })

  test('asked again after a change sees the change', async () => {
    const { client } = await connect()
    const ask = () => client.fetch('*[_type == "article"].title')
    expect(await ask()).toEqual([])
    await client.create({ _id: 'a', _type: 'article', title: '一' })
    expect(await ask()).toEqual(['一'])
    await client.patch('a').set({ title: '二' }).commit()
    expect(await ask()).toEqual(['二'])
    await client.delete('a')
    expect(await ask()).toEqual([])
  })

  test('for whole documents gives them exactly as they are stored, in any mixture', async () => {
    const { client } = await connect()
    const stored = await client.create({
      _id: 'a',
      _type: 'article',
      title: '“引号”\\ \u2028 𠮷',
      deep: { list: [[1]] },
    })
    expect(await client.fetch('*')).toEqual([stored])
    expect(await client.fetch('*[0]')).toEqual(stored)
    expect(await client.fetch('[*[0], {"x": 1}, null, "s", *[0]]')).toEqual([stored, { x: 1 }, null, 's', stored])
    expect(await client.fetch('{"all": *}')).toEqual({ all: [stored] })
  })

  test('with a mistake shows it under the query', async () => {
    const { client } = await connect()
    const error = await failure(client.fetch('*[_type == "a"'))
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(400)
    expect(error.details).toMatchObject({ type: 'queryParseError', query: '*[_type == "a"', start: 13 })
    expect(error.message).toContain('Unexpected end of query')
    expect(error.message).toContain('> 1 | *[_type == "a"')
  })

  test.each([
    ['a parameter that was not given', '*[_id == $id]', 'param $id referenced, but not provided'],
    ['a function that does not exist', 'foo(1)', 'Undefined function: foo'],
    [
      'a function that only hosted Sanity has',
      'geo::distance(1, 2)',
      'geo::distance() is not available in the embedded lake',
    ],
    ['a slice that is not constant', '*[0...n]', 'slicing must use constant numbers'],
  ])('with %s is refused with a 400 that names it', async (_name, query, message) => {
    const { client } = await connect()
    const error = await failure(client.fetch(query))
    expect(error.details).toMatchObject({ type: 'queryParseError', description: expect.stringContaining(message) })
    expect(error.statusCode).toBe(400)
  })
})

function ref(id: string) {
  return { _key: id, _type: 'reference', _ref: id }
}
