import { describe, expect, test } from 'vitest'
import { connect, failure } from './connect.ts'

const A = { _id: 'a', _type: 'article', n: 1 }
const LISTS = {
  _type: 'article',
  sections: [
    { heading: '一', list: [{ x: 1 }] },
    { _key: 'mine', heading: '二' },
  ],
  tags: ['甲'],
}

async function post(search: string, body: unknown) {
  const { ask } = await connect()
  const headers = { 'content-type': 'application/json' }
  const answer = await ask(`/v2025-02-19/data/mutate/production${search}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json(), ask }
}

describe('a mutation', () => {
  test('that is a dry run answers as if it were done, and does nothing', async () => {
    const { client } = await connect()
    const before = await client.create(A)
    const patched = await client.patch('a').inc({ n: 1 }).commit({ dryRun: true })
    expect(patched).toMatchObject({ n: 2 })
    await client.create({ _id: 'b', _type: 'article' }, { dryRun: true })
    await client.delete('a', { dryRun: true })
    expect(await client.fetch('*')).toEqual([before])
  })

  test('that is a dry run fails as the real one would', async () => {
    const { client } = await connect()
    await client.create(A)
    expect((await failure(client.create(A, { dryRun: true }))).statusCode).toBe(409)
  })

  test('that was tried dry can be done under the same transaction id', async () => {
    const { client } = await connect()
    const create = (dryRun: boolean) => client.mutate([{ create: A }], { transactionId: 'trx', dryRun })
    await create(true)
    await create(false)
    expect(await client.getDocument('a')).toMatchObject({ _rev: 'trx' })
  })

  test('can be a dry run by its body too', async () => {
    const { body, ask } = await post('?returnIds=true', { mutations: [{ create: A }], dryRun: true })
    expect(body).toMatchObject({ results: [{ id: 'a', operation: 'create' }] })
    const counted = await ask('/v1/data/query/production?query=count(*)')
    expect(await counted.json()).toMatchObject({ result: 0 })
  })

  test.each([
    ['', { operation: 'create' }],
    ['?returnIds=true', { id: 'a', operation: 'create' }],
    ['?returnIds=false', { operation: 'create' }],
    ['?returnDocuments=true', { id: 'a', operation: 'create', document: expect.objectContaining(A) }],
  ])('answers with what was asked for: %s', async (search, result) => {
    const { status, body } = await post(search, { mutations: [{ create: A }] })
    expect(status).toBe(200)
    expect(body).toEqual({ transactionId: expect.any(String), results: [result] })
  })

  test('returns the document without being asked, through the client', async () => {
    const { client } = await connect()
    expect(await client.create(A)).toMatchObject(A)
    expect(await client.create({ ...A, _id: 'b' }, { returnDocuments: false })).toMatchObject({ documentId: 'b' })
    const documents = await client
      .transaction()
      .create({ ...A, _id: 'c' })
      .create({ ...A, _id: 'd' })
      .commit({ returnDocuments: true })
    expect(documents.map(({ _id }) => _id)).toEqual(['c', 'd'])
    const first = await client
      .transaction()
      .create({ ...A, _id: 'e' })
      .commit({ returnFirst: true, returnDocuments: true })
    expect(first).toMatchObject({ _id: 'e' })
  })

  test('takes its transaction id from the address as well', async () => {
    const { body } = await post('?transactionId=trx-9', { mutations: [{ create: A }] })
    expect(body).toMatchObject({ transactionId: 'trx-9' })
  })

  test.each(['', 'a b', 'x'.repeat(129)])('with the transaction id %j is refused', async (transactionId) => {
    expect((await post('', { mutations: [], transactionId })).status).toBe(400)
  })

  test.each(['sync', 'async', 'deferred'] as const)(
    'can be queried at once, whatever its visibility: %s',
    async (visibility) => {
      const { client } = await connect()
      await client.create(A, { visibility })
      expect(await client.fetch('count(*)')).toBe(1)
    },
  )

  test('with another visibility is refused', async () => {
    const { status } = await post('?visibility=never', { mutations: [{ create: A }] })
    expect(status).toBe(400)
  })

  test('gives array items keys when asked, and leaves those that are there', async () => {
    const { client } = await connect()
    const created = await client.create(LISTS, { autoGenerateArrayKeys: true })
    const key = expect.stringMatching(/^[0-9a-f]{12}$/)
    expect(created.sections).toEqual([
      { _key: key, heading: '一', list: [{ _key: key, x: 1 }] },
      { _key: 'mine', heading: '二' },
    ])
    expect(created.tags).toEqual(['甲'])
    const patched = await client
      .patch(created._id)
      .append('sections', [{ heading: '三' }])
      .commit({ autoGenerateArrayKeys: true })
    expect(patched['sections'][2]).toEqual({ _key: key, heading: '三' })
    expect(patched['sections'][0]).toEqual(created.sections[0])
  })

  test('adds no keys unasked', async () => {
    const { client } = await connect()
    expect((await client.create(LISTS)).sections).toEqual(LISTS.sections)
  })

  test('of nothing is fine', async () => {
    expect(await post('', { mutations: [] })).toMatchObject({ status: 200, body: { results: [] } })
  })
})
