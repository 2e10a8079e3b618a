import { describe, expect, test } from 'vitest'
import { connect, fill, WAYS } from './connect.ts'

describe.each(WAYS)('reading %s', (_way, connect) => {
  test('one document by its id', async () => {
    const { client } = await connect()
    const created = await client.create({ _id: 'a', _type: 'article', title: '高考' })
    expect(await client.getDocument('a')).toEqual(created)
    expect(await client.getDocument('none')).toBeUndefined()
  })

  test('several documents in the order of the asked ids, null where there is none', async () => {
    const { client } = await connect()
    const a = await client.create({ _id: 'a', _type: 'article' })
    const b = await client.create({ _id: 'drafts.b', _type: 'article' })
    expect(await client.getDocuments(['drafts.b', 'none', 'a', 'a'])).toEqual([b, null, a, a])
  })

  test('which documents are missing, without the others', async () => {
    const { client, ask } = await connect()
    await client.create({ _id: 'a', _type: 'article' })
    const answer = await ask('/v2025-02-19/data/doc/production/a,b,c?excludeContent=true')
    expect(await answer.json()).toEqual({
      documents: [],
      omitted: [
        { id: 'b', reason: 'existence' },
        { id: 'c', reason: 'existence' },
      ],
    })
  })

  test('everything as lines of JSON, in order, drafts included', async () => {
    const { client, raw, ask } = await connect()
    for (const _id of ['b', 'a', 'drafts.a']) await client.create({ _id, _type: 'article', text: '行一\n行二' })
    const answer = await ask('/v2025-02-19/data/export/production')
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await answer.text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(await raw.fetch('*'))
  })

  test('everything of some types', async () => {
    const { client, ask } = await connect()
    await client.transaction().create({ _id: 'a', _type: 'article' }).create({ _id: 'p', _type: 'profile' }).commit()
    const answer = await ask('/v2025-02-19/data/export/production?types=profile')
    expect(JSON.parse(await answer.text())).toMatchObject({ _id: 'p' })
  })

  test('an empty lake gives an empty export', async () => {
    const { ask } = await connect()
    expect(await (await ask('/v2025-02-19/data/export/production')).text()).toBe('')
  })

  test('with a project in front of the host, or without a version', async () => {
    const { lake } = await connect()
    const addresses = [
      'https://zebian.api.sanity.io/v2025-02-19',
      'http://zebian.localhost:3333/vX',
      'http://localhost',
    ]
    for (const address of addresses) {
      const answer = await lake.fetch(new Request(`${address}/data/query/production?query=1`))
      expect(await answer.json()).toMatchObject({ result: 1 })
    }
  })
})

describe('reading', () => {
  test('an export shows one moment, however many changes come while it runs', async () => {
    const { client, lake } = await connect()
    const text = '字'.repeat(20_000)
    for (let n = 0; n < 30; n += 1) await client.create({ _id: `a${n}`, _type: 'article', n: 0, text })
    const answer = await lake.fetch(new Request('http://lake/v1/data/export/production'))
    const reader = answer.body?.getReader()
    const chunks = [await reader?.read()]
    await client.patch({ query: '*' }).set({ n: 1 }).commit({ returnDocuments: false, returnFirst: false })
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) chunks.push(chunk)
    const lines = Buffer.concat(chunks.flatMap((chunk) => chunk?.value ?? []))
      .toString()
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(30)
    expect(lines.filter((line) => line.includes('"n":0'))).toHaveLength(30)
  })

  test('the user, the project and its datasets, as the client and its tools ask for them', async () => {
    const { client, ask } = await connect()
    expect(await client.users.getById('me')).toMatchObject({ id: 'lake', roles: [{ name: 'administrator' }] })
    expect(await client.projects.getById('zebian')).toMatchObject({ id: 'zebian' })
    expect(await client.datasets.list()).toEqual([{ name: 'production', aclMode: 'private' }])
    for (const path of ['/ping', '/v1/ping', '/v1/data/ping', '/v1/data/ping/production'])
      expect((await ask(path)).status).toBe(200)
  })
})

describe('searching', () => {
  const DOCUMENTS = [
    { _id: 'a', _type: 'article', title: '北京高考期间错峰上班', sections: [{ body: '地铁5号线加开列车。' }] },
    { _id: 'b', _type: 'article', title: '博物馆夜场', sections: [{ body: 'The British Museum 也在夜里开放。' }] },
  ]

  test.each([
    ['错峰', ['a']],
    ['号线加开', ['a']],
    ['british museum', ['b']],
    ['夜 开放', ['b']],
    ['夜 地铁', []],
    ['"British Museum"', ['b']],
    ['"Museum British"', []],
    ['夜* -考', ['b']],
    ['*', ['a', 'b']],
    ['', ['a', 'b']],
    ['article', []],
  ])('finds %j anywhere in a document, as the Studio asks', async (query, expected) => {
    const { client } = await connect()
    await fill(client, DOCUMENTS)
    const found = '*[_type == "article" && [@, _id] match text::query($words)] | order(_id)._id'
    expect(await client.fetch(found, { words: query })).toEqual(expected)
    const drafts = client.fetch('*[@ match text::query($words)]._id', { words: query }, { perspective: 'drafts' })
    expect(await drafts).toEqual(expected)
  })

  test('finds within one field, and sorts by where it was found', async () => {
    const { client } = await connect()
    await fill(client, DOCUMENTS)
    expect(await client.fetch('*[title match text::query("峰上")]._id')).toEqual(['a'])
    expect(await client.fetch('*[title match text::query("地铁")]._id')).toEqual([])
    const scored =
      '* | score(boost(@ match text::query("地铁"), 3), title match text::query("夜场")) | order(_score desc){_id, "hit": _score > 0}'
    expect(await client.fetch(scored)).toEqual([
      { _id: 'a', hit: true },
      { _id: 'b', hit: true },
    ])
  })

  test('finds a change as soon as it is made', async () => {
    const { client } = await connect()
    await client.create({ _id: 'a', _type: 'article', title: '旧题' })
    const find = () => client.fetch('count(*[@ match text::query("新题")])')
    expect(await find()).toBe(0)
    await client.patch('a').set({ title: '新题' }).commit()
    expect(await find()).toBe(1)
  })
})
