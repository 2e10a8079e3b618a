import { ClientError } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { WAYS, connect, failure } from './connect.ts'

const A = { _id: 'a', _type: 'article', n: 1 }
const B = { _id: 'b', _type: 'article', n: 1 }

describe.each(WAYS)('a transaction %s', (_way, connect) => {
  test('gives every document it touches its own id as revision', async () => {
    const { client } = await connect()
    const { transactionId, documentIds } = await client.transaction().create(A).create(B).commit()
    expect(documentIds).toEqual(['a', 'b'])
    expect(await client.fetch('*._rev')).toEqual([transactionId, transactionId])
  })

  test('takes the id that it is given', async () => {
    const { client } = await connect()
    const done = await client.transaction().transactionId('trx-1').create(A).commit()
    expect(done.transactionId).toBe('trx-1')
    expect(await client.getDocument('a')).toMatchObject({ _rev: 'trx-1' })
  })

  test('under an id that was used is a conflict, so that a repeated request is not done twice', async () => {
    const { client } = await connect()
    await client.create(A)
    const count = () =>
      client
        .transaction()
        .transactionId('trx-1')
        .patch('a', { inc: { n: 1 } })
        .commit()
    await count()
    const error = await failure(count())
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain('Transaction by ID "trx-1" already exists')
    expect(await client.getDocument('a')).toMatchObject({ n: 2 })
  })

  test('is all or nothing: one failing mutation undoes those before it and keeps those behind it away', async () => {
    const { client } = await connect()
    const before = await client.create(B)
    const error = await failure(
      client
        .transaction()
        .create(A)
        .patch('b', { set: { n: 9 } })
        .create(B)
        .delete('b')
        .commit(),
    )
    expect(error).toBeInstanceOf(ClientError)
    expect(error.details).toMatchObject({ items: [{ index: 2, error: { type: 'documentAlreadyExistsError' } }] })
    expect(await client.fetch('*')).toEqual([before])
  })

  test('sees its own earlier mutations', async () => {
    const { client } = await connect()
    const { results } = await client
      .transaction()
      .create(A)
      .patch('a', { inc: { n: 4 } })
      .createIfNotExists({ ...A, n: 0 })
      .commit()
    expect(results.map(({ operation }) => operation)).toEqual(['create', 'update', 'none'])
    expect(await client.getDocument('a')).toMatchObject({ n: 5 })
  })

  test('can create and delete one document and leave nothing', async () => {
    const { client } = await connect()
    await client.transaction().create(A).delete('a').commit()
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('checks revisions against what was there before it', async () => {
    const { client } = await connect()
    const { _rev } = await client.create(A)
    const twice = client.transaction()
    twice.patch('a', (p) => p.ifRevisionId(_rev).inc({ n: 1 })).patch('a', (p) => p.ifRevisionId(_rev).inc({ n: 1 }))
    await twice.commit()
    expect(await client.getDocument('a')).toMatchObject({ n: 3 })
  })
})

describe('a revision', () => {
  test('that is not the current one is a 409 with both revisions, and nothing changes', async () => {
    const { client } = await connect()
    const first = await client.create(A)
    const second = await client.patch('a').set({ n: 2 }).commit()
    const error = await failure(client.patch('a').ifRevisionId(first._rev).set({ n: 3 }).commit())
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      items: [
        {
          error: {
            type: 'documentRevisionIDDoesNotMatchError',
            currentRevisionID: second._rev,
            expectedRevisionID: first._rev,
            description: `Document "a" has unexpected revision ID ("${second._rev}"), expected "${first._rev}"`,
          },
        },
      ],
    })
    expect(await client.getDocument('a')).toEqual(second)
  })

  test('of one document guards the whole transaction', async () => {
    const { client } = await connect()
    await client.create(A)
    await failure(
      client
        .transaction()
        .create(B)
        .patch('a', (p) => p.ifRevisionId('old').set({ n: 2 }))
        .commit(),
    )
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  test('lets exactly one of eight simultaneous editors through', async () => {
    const { client } = await connect()
    const { _rev } = await client.create(A)
    const tries = Array.from({ length: 8 }, () => client.patch('a').ifRevisionId(_rev).inc({ n: 1 }).commit())
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await client.getDocument('a')).toMatchObject({ n: 2 })
  })

  test('can guard a deletion', async () => {
    const { client } = await connect()
    const { _rev } = await client.create(A)
    const remove = (ifRevisionID: string) =>
      client.request({
        url: '/data/mutate/production',
        method: 'POST',
        body: { mutations: [{ delete: { id: 'a', ifRevisionID } }] },
      })
    expect((await failure(remove('old'))).statusCode).toBe(409)
    await remove(_rev)
    expect(await client.fetch('count(*)')).toBe(0)
  })
})

describe('deleting', () => {
  test('removes a document by id', async () => {
    const { client } = await connect()
    await client.create(A)
    expect(await client.delete('a')).toMatchObject({ results: [{ id: 'a', operation: 'delete' }], documentIds: ['a'] })
    expect(await client.getDocument('a')).toBeUndefined()
  })

  test('what is not there is no error and no result', async () => {
    const { client } = await connect()
    expect(await client.delete('none')).toMatchObject({ results: [] })
  })

  test('by a query with parameters removes what it finds', async () => {
    const { client } = await connect()
    await client
      .transaction()
      .create(A)
      .create({ ...B, n: 2 })
      .create({ _id: 'c', _type: 'article', n: 3 })
      .commit()
    const { results } = await client.delete({ query: '*[n >= $n]', params: { n: 2 } })
    expect(results.map(({ id }) => id)).toEqual(['b', 'c'])
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  test('by a query sees documents created and changed by the same transaction', async () => {
    const { client } = await connect()
    await client.transaction().create(A).create(B).commit()
    await client
      .transaction([
        { patch: { id: 'a', set: { n: 7 } } },
        { create: { _id: 'c', _type: 'article', n: 7 } },
        { delete: { query: '*[n == 7]' } },
      ])
      .commit()
    expect(await client.fetch('*._id')).toEqual(['b'])
  })

  test('several ids at once', async () => {
    const { client } = await connect()
    await client.transaction().create(A).create(B).commit()
    await client.delete({ query: '*[_id in $ids]', params: { ids: ['a', 'b'] } })
    expect(await client.fetch('count(*)')).toBe(0)
  })

  test('by a query that finds no whole documents is refused', async () => {
    const { client } = await connect()
    await client.create(A)
    expect((await failure(client.delete({ query: '*._id' }))).statusCode).toBe(400)
    expect((await failure(client.delete({ query: '*[' }))).statusCode).toBe(400)
    expect(await client.fetch('count(*)')).toBe(1)
  })
})
