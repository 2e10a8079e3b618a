import { ClientError } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { connect, failure } from './connect.ts'

const NOW = new Date('2020-07-02T08:00:00.000Z')

describe('creating a document', () => {
  test('gives it an id, a revision and its dates', async () => {
    const { client } = await connect({ now: () => NOW })
    const created = await client.create({ _type: 'article', title: '高考' })
    expect(created).toEqual({
      _id: expect.stringMatching(/^[A-Za-z0-9]{22}$/),
      _type: 'article',
      _rev: expect.stringMatching(/^[A-Za-z0-9]{22}$/),
      _createdAt: '2020-07-02T08:00:00.000Z',
      _updatedAt: '2020-07-02T08:00:00.000Z',
      title: '高考',
    })
    expect(await client.getDocument(created._id)).toEqual(created)
  })

  test('keeps a given id', async () => {
    const { client } = await connect()
    expect(await client.create({ _id: 'a-1_B.c', _type: 'article' })).toMatchObject({ _id: 'a-1_B.c' })
  })

  test('completes an id that ends with a dot', async () => {
    const { client, raw } = await connect()
    const created = await client.create({ _id: 'drafts.', _type: 'article' })
    expect(created._id).toMatch(/^drafts\.[A-Za-z0-9]{22}$/)
    expect(await raw.fetch('*._id')).toEqual([created._id])
  })

  test('keeps given dates, so that an export can be read back, but never a given revision', async () => {
    const { client } = await connect({ now: () => NOW })
    const dates = { _createdAt: '2001-01-01T00:00:00Z', _updatedAt: '2002-02-02T00:00:00Z' }
    const created = await client.create({ _type: 'article', _rev: 'mine', ...dates })
    expect(created).toMatchObject(dates)
    expect(created._rev).not.toBe('mine')
  })

  test('replaces dates that are none', async () => {
    const { client } = await connect({ now: () => NOW })
    const created = await client.create({ _type: 'article', _createdAt: '昨天' })
    expect(created._createdAt).toBe(NOW.toISOString())
  })

  test('under an id that is taken is a conflict and changes nothing', async () => {
    const { client } = await connect()
    const first = await client.create({ _id: 'a', _type: 'article', title: '一' })
    const error = await failure(client.create({ _id: 'a', _type: 'article', title: '二' }))
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      type: 'mutationError',
      items: [
        {
          index: 0,
          error: { type: 'documentAlreadyExistsError', id: 'a', description: 'Document by ID "a" already exists' },
        },
      ],
    })
    expect(await client.getDocument('a')).toEqual(first)
  })

  test('createIfNotExists creates what is not there and leaves what is', async () => {
    const { client } = await connect()
    const first = await client.createIfNotExists({ _id: 'a', _type: 'article', title: '一' })
    const second = await client.createIfNotExists({ _id: 'a', _type: 'article', title: '二' })
    expect(second).toEqual(first)
    const { results } = await client.transaction().createIfNotExists({ _id: 'a', _type: 'article' }).commit()
    expect(results).toEqual([{ id: 'a', operation: 'none' }])
  })

  test('createOrReplace creates what is not there and replaces all of what is', async () => {
    const { client } = await connect()
    const first = await client.createOrReplace({ _id: 'a', _type: 'article', title: '一', kicker: '引' })
    const { _rev, ...second } = await client.createOrReplace({ _id: 'a', _type: 'article', title: '二' })
    expect(second).toMatchObject({ _id: 'a', title: '二' })
    expect(second).not.toHaveProperty('kicker')
    expect(_rev).not.toBe(first._rev)
    const { results } = await client
      .transaction()
      .createOrReplace({ _id: 'a', _type: 'article' })
      .createOrReplace({ _id: 'b', _type: 'article' })
      .commit()
    expect(results.map(({ operation }) => operation)).toEqual(['update', 'create'])
  })

  test('with strange but lawful text gives exactly that text back', async () => {
    const { client } = await connect()
    const title = '“阿依古丽·买买提” 𠮷野家 \u0000\u2028\t\\"</script>'
    await client.create({ _id: 'a', _type: 'article', title, 'a b': { 键: 1 }, none: null, n: -0.5e-7 })
    expect(await client.getDocument('a')).toMatchObject({ title, 'a b': { 键: 1 }, none: null, n: -0.5e-7 })
  })

  test.each([
    ['#1', 'a sign that no id has'],
    ['-a', 'a hyphen in front'],
    ['.a', 'a dot in front'],
    ['a..b', 'two dots'],
    ['标题', 'Chinese'],
    ['a/b', 'a slash'],
    ['a'.repeat(129), 'more than 128 signs'],
    ['', 'nothing'],
  ])('with the id %j is refused: %s', async (_id) => {
    const { raw, ask } = await connect()
    const error = await failure(
      raw.request({
        url: '/data/mutate/production',
        method: 'POST',
        body: { mutations: [{ create: { _id, _type: 'a' } }] },
      }),
    )
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain(`Malformed document ID: ${JSON.stringify(_id)}`)
    const answer = await ask('/v1/data/query/production?query=count(*)')
    expect(await answer.json()).toMatchObject({ result: 0 })
  })

  test('reports all malformed mutations of a request at once', async () => {
    const { client } = await connect()
    const mutations = [
      { create: { _id: '#1', _type: 'a' } },
      { create: { _id: 'ok', _type: 'a' } },
      { delete: { id: '@' } },
    ]
    const error = await failure(client.mutate(mutations))
    expect(error.message).toContain('Mutation(s) failed with 2 error(s)')
    expect(error.details).toMatchObject({ items: [{ index: 0, error: { type: 'validationError' } }, { index: 2 }] })
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test.each([
    ['no _type', { create: { _id: 'a' } }, 'must have a _type'],
    ['an empty _type', { create: { _id: 'a', _type: '' } }, 'must have a _type'],
    ['no _id to replace', { createOrReplace: { _type: 'a' } }, 'must have an _id'],
    ['an unknown operation', { upsert: { _id: 'a', _type: 'a' } }, 'Unknown operation "upsert"'],
    ['two operations in one', { create: { _type: 'a' }, delete: { id: 'a' } }, 'exactly one operation'],
    ['no operation', {}, 'exactly one operation'],
    ['a list as document', { create: [] }, 'must hold an object'],
    ['a number as mutation', 7, 'exactly one operation'],
    ['a query that is no text', { delete: { query: 1 } }, '"query" must be a GROQ string'],
    ['an unknown patch operation', { patch: { id: 'a', merge: {} } }, 'Unknown patch operation "merge"'],
    ['a word to count by', { patch: { id: 'a', inc: { n: 'x' } } }, '"inc" at "n" must be a number'],
    [
      'an insert without items',
      { patch: { id: 'a', insert: { after: 'x[-1]' } } },
      '"insert" must have a list of items',
    ],
    ['an insert without a place', { patch: { id: 'a', insert: { items: [] } } }, '"insert" must say'],
    ['paths to unset that are no list', { patch: { id: 'a', unset: 'x' } }, '"unset" must be a list'],
  ])('with %s is refused as invalid', async (_name, mutation, message) => {
    const { client } = await connect()
    const body = { mutations: [mutation] }
    const error = await failure(client.request({ url: '/data/mutate/production', method: 'POST', body }))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain(message)
  })
})
