import { ClientError, ServerError } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { WAYS, connect, connectOverPort, failure } from './connect.ts'

function nested(depth: number): unknown {
  return depth === 0 ? '底' : { a: nested(depth - 1) }
}

describe.each(WAYS)('a limit %s', (_way, connect) => {
  test('of 4 MB holds for a mutation request, and says so', async () => {
    const { client } = await connect()
    await client.create({ _id: 'a', _type: 'article', text: 'x'.repeat(3_990_000) })
    const error = await failure(client.create({ _id: 'b', _type: 'article', text: 'x'.repeat(4_000_000) }))
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(413)
    expect(error.message).toContain('Request body exceeds limit of 4000000 bytes')
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  test('of 4 MB counts bytes, not characters', async () => {
    const { client } = await connect()
    expect(
      (await failure(client.create({ _id: 'b', _type: 'article', text: '字'.repeat(1_400_000) }))).statusCode,
    ).toBe(413)
  })

  test('of 32 MB holds for a document that grows by patches', async () => {
    const { client } = await connect()
    await client.create({ _id: 'a', _type: 'article' })
    for (let n = 0; n < 8; n += 1)
      await client
        .patch('a')
        .set({ [`t${n}`]: 'x'.repeat(3_999_000) })
        .commit({ returnDocuments: false })
    const error = await failure(
      client
        .patch('a')
        .set({ t8: 'x'.repeat(100_000) })
        .commit({ returnDocuments: false }),
    )
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('at most 32000000 are allowed')
    expect(await client.fetch('*[_id == "a"][0].t8')).toBeNull()
  })
})

describe('a limit', () => {
  test.each([
    [20, 200, '"results"'],
    [21, 400, 'nested deeper than 20 levels'],
  ])('of 20 levels: %i levels are answered with %i', async (depth, status, text) => {
    const { ask } = await connect()
    const create = { _id: 'a', _type: 'article', ...Object(nested(depth)) }
    const answer = await ask('/v1/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({ mutations: [{ create }] }),
    })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(text)
  })

  test('of 20 levels holds for arrays in arrays, however deep, without harm', async () => {
    const { ask } = await connect()
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const body = `{"mutations":[{"create":{"_id":"a","_type":"article","deep":${deep}}}]}`
    const answer = await ask('/v1/data/mutate/production', { method: 'POST', body })
    expect(answer.status).toBe(400)
  })

  test('of 1,000 attributes counts paths, so that long lists are fine', async () => {
    const { client } = await connect()
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ _key: `k${index}`, text: '行' }))
    await client.create({ _id: 'a', _type: 'article', rows })
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}`, index]))
    const error = await failure(client.create({ _id: 'b', _type: 'article', ...many }))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('at most 1000 are allowed')
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  test.each(['__proto__', 'hasOwnProperty', 'then', ''])(
    'keeps the attribute name %j out, at any depth',
    async (name) => {
      const { ask } = await connect()
      const body = `{"mutations":[{"create":{"_id":"a","_type":"article","x":[{${JSON.stringify(name)}:{"y":1}}]}}]}`
      const answer = await ask('/v1/data/mutate/production', { method: 'POST', body })
      expect(answer.status).toBe(400)
      expect(Object.prototype).not.toHaveProperty('y')
    },
  )
})

describe('an error', () => {
  test.each([
    ['no JSON', 'POST', '/v1/data/mutate/production', '{"mutations":', 400, 'Expected a JSON body'],
    ['no body', 'POST', '/v1/data/mutate/production', '', 400, 'found no body'],
    ['no list of mutations', 'POST', '/v1/data/mutate/production', '{}', 400, 'a list "mutations"'],
    ['a dataset that is not here', 'GET', '/v1/data/query/other?query=1', undefined, 404, 'Dataset "other" not found'],
    ['a project that is not here', 'GET', '/v1/projects/other', undefined, 404, 'Project "other" not found'],
    ['an endpoint that is not here', 'GET', '/v1/nothing', undefined, 404, 'Not found: GET /v1/nothing'],
    ['an API version that can not be', 'GET', '/v2025/data/query/production?query=1', undefined, 404, 'Not found'],
    [
      'the wrong method',
      'GET',
      '/v1/data/mutate/production',
      undefined,
      405,
      'Method GET is not allowed here, only POST',
    ],
    ['no query', 'GET', '/v1/data/query/production', undefined, 400, 'Expected a GROQ query'],
    ['a query that is no text', 'POST', '/v1/data/query/production', '{"query":1}', 400, 'Expected a GROQ query'],
    [
      'parameters that are no object',
      'POST',
      '/v1/data/query/production',
      '{"query":"1","params":[]}',
      400,
      '"params"',
    ],
    [
      'a parameter that is no JSON',
      'GET',
      '/v1/data/query/production?query=$a&$a=x',
      undefined,
      400,
      'Unable to parse value of "$a"',
    ],
    ['a broken address', 'GET', '/v1/data/doc/production/%E4%BD', undefined, 400, 'Malformed address'],
    ['no ids', 'GET', '/v1/data/doc/production/,', undefined, 400, 'Expected document ids'],
  ])('for %s has its status and says what was expected', async (_name, method, path, body, status, message) => {
    const { ask } = await connect()
    const answer = await ask(path, body === undefined ? { method } : { method, body })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.text()).toContain(JSON.stringify(message).slice(1, -1))
  })

  test('for the wrong method lists the right ones', async () => {
    const { ask } = await connect()
    const answer = await ask('/v1/data/query/production', { method: 'DELETE' })
    expect(answer.headers.get('allow')).toBe('GET, POST')
  })

  test('that is a bug is a ServerError, not a ClientError', async () => {
    const { client, lake } = await connect()
    lake.close()
    const error = await failure(client.fetch('count(*)'))
    expect(error).toBeInstanceOf(ServerError)
    expect(error.statusCode).toBe(500)
    expect(error.message).toContain('Internal error of the lake')
  })
})

describe('what belongs to releases', () => {
  test.each(['document.version.create', 'document.version.replace', 'release.create', 'release.publish'])(
    'is refused with its reason: %s',
    async (name) => {
      const { ask } = await connect()
      const body = JSON.stringify({
        actions: [{ actionType: `sanity.action.${name}`, publishedId: 'a', releaseId: 'r' }],
      })
      const answer = await ask('/v2025-02-19/data/actions/production', { method: 'POST', body })
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('belongs to releases, which the embedded lake does not have'),
      ])
    },
  )
})

describe('a served lake', () => {
  test.each([
    ['none', {}],
    ['a wrong one', { authorization: 'Bearer wrong' }],
    ['one in the wrong form', { authorization: 'secret' }],
  ])('refuses changes with %s and lets reading pass', async (_name, headers) => {
    const { ask } = await connectOverPort()
    const body = '{"mutations":[{"create":{"_type":"article"}}]}'
    expect((await ask('/v1/data/mutate/production', { method: 'POST', headers, body })).status).toBe(401)
    expect((await ask('/v1/assets/files/production', { method: 'POST', headers, body })).status).toBe(401)
    const counted = await ask('/v1/data/query/production?query=count(*)', { headers })
    expect(await counted.json()).toMatchObject({ result: 0 })
  })

  test('takes changes with the right one', async () => {
    const { client } = await connectOverPort()
    expect(await client.create({ _id: 'a', _type: 'article' })).toMatchObject({ _id: 'a' })
  })
})
