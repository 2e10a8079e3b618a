import { applyPatch } from 'mendoza'
import { Mutator } from './mutator.ts'
import { describe, expect, test } from 'vitest'
import { WAYS, connect, connectOverPort, fill } from './connect.ts'
import { hear, quiet } from './hear.ts'

const ARTICLE = { _id: 'a', _type: 'article', title: '一', n: 0 }

describe.each(WAYS)('a listener %s', (_way, connect) => {
  test('hears of what appears, changes and disappears, relative to its filter', async () => {
    const { raw } = await connect()
    const heard = await hear(raw, '*[_type == "article" && n < $most]', { most: 5 })
    const { _rev } = await raw.create(ARTICLE)
    await raw.create({ _id: 'p', _type: 'profile', n: 1 })
    await raw.patch('a').set({ n: 1 }).commit()
    await raw.patch('a').set({ n: 9 }).commit()
    await raw.patch('a').set({ n: 8 }).commit()
    await raw.patch('a').set({ n: 2 }).commit()
    await raw.delete('a')
    const found = await heard.count(5)
    expect(found.map(({ transition }) => transition)).toEqual(['appear', 'update', 'disappear', 'appear', 'disappear'])
    expect(found[0]).toMatchObject({ documentId: 'a', resultRev: _rev, transactionId: _rev, visibility: 'query' })
    expect(found[0]?.previousRev).toBeUndefined()
    expect(found.map(({ resultRev }) => resultRev)).not.toContain(undefined)
    expect([found[1]?.previousRev, found[2]?.previousRev]).toEqual([found[0]?.resultRev, found[1]?.resultRev])
  })

  test('is told the result, the document before, and the mutations, as it asked', async () => {
    const { raw } = await connect()
    await raw.create(ARTICLE)
    const all = await hear(raw, '*', {}, { includeResult: true, includePreviousRevision: true })
    const few = await hear(raw, '*', {}, { includeResult: false, includeMutations: false })
    await raw.patch('a').set({ title: '二' }).commit()
    await raw.delete('a')
    const [update, gone] = await all.count(2)
    expect(update).toMatchObject({
      result: { title: '二' },
      previous: { title: '一' },
      mutations: [{ patch: { id: 'a', set: { title: '二' } } }],
    })
    expect(gone).toMatchObject({ previous: { title: '二' }, mutations: [{ delete: { id: 'a' } }] })
    expect(gone).not.toHaveProperty('result')
    for (const event of await few.count(2)) {
      expect(Object.keys(event)).not.toEqual(expect.arrayContaining(['mutations']))
      for (const name of ['result', 'previous', 'mutations', 'effects']) expect(event).not.toHaveProperty(name)
    }
  })

  test('is told effects that lead from before to after and back', async () => {
    const { raw } = await connect()
    const before = await raw.create(ARTICLE)
    const heard = await hear(raw, '*', {}, { includeResult: true, effectFormat: 'mendoza' })
    const after = await raw.patch('a').set({ title: '二' }).append('tags', ['新']).commit()
    const [event] = await heard.count(1)
    const [from, to] = [before, after].map(({ _rev, ...rest }) => rest)
    expect(applyPatch(from, event?.effects?.apply ?? [])).toEqual(to)
    expect(applyPatch(to, event?.effects?.revert ?? [])).toEqual(from)
  })

  test('is told how many of its documents a transaction changed', async () => {
    const { client, raw } = await connect()
    await raw.create({ ...ARTICLE, _id: 'drafts.a' })
    const pair = await hear(raw, '*[_id in $ids]', { ids: ['a', 'drafts.a'] })
    const draft = await hear(raw, '*[_id == "drafts.a"]')
    await client.action({ actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a' })
    expect((await pair.count(2)).map(({ documentId, transition }) => [documentId, transition])).toEqual([
      ['a', 'appear'],
      ['drafts.a', 'disappear'],
    ])
    expect(pair.mutations).toMatchObject([
      { transactionTotalEvents: 2, transactionCurrentEvent: 1 },
      { transactionTotalEvents: 2, transactionCurrentEvent: 2 },
    ])
    expect(await draft.count(1)).toMatchObject([{ transactionTotalEvents: 1, documentId: 'drafts.a' }])
  })

  test('hears nothing of what failed or was only tried', async () => {
    const { raw } = await connect()
    const heard = await hear(raw)
    await raw.mutate([{ create: ARTICLE }], { dryRun: true })
    await raw.delete('a', { dryRun: true })
    await expect(raw.patch('none').set({ n: 1 }).commit()).rejects.toThrow('not found')
    await raw.create({ ...ARTICLE, _id: 'b' })
    await heard.count(1)
    await quiet()
    expect(heard.mutations.map(({ documentId }) => documentId)).toEqual(['b'])
  })

  test('can follow references in its filter', async () => {
    const { raw } = await connect()
    await raw.create({ _id: 'jia', _type: 'profile', name: '甲' })
    const heard = await hear(raw, '*[_type == "article" && by->name == "甲"]')
    await raw.create({ ...ARTICLE, by: { _type: 'reference', _ref: 'jia' } })
    await raw.create({ ...ARTICLE, _id: 'b' })
    await raw.create({ ...ARTICLE, _id: 'c', by: { _type: 'reference', _ref: 'jia' } })
    expect((await heard.count(2)).map(({ documentId }) => documentId)).toEqual(['a', 'c'])
  })

  test('hears of versions when it asks for them', async () => {
    const { raw } = await connect()
    const [all, usual] = [await hear(raw, '*', {}, { includeAllVersions: true }), await hear(raw)]
    await raw.create({ ...ARTICLE, _id: 'versions.r1.a' })
    await raw.create(ARTICLE)
    expect((await all.count(2)).map(({ documentId }) => documentId)).toEqual(['versions.r1.a', 'a'])
    expect((await usual.count(1)).map(({ documentId }) => documentId)).toEqual(['a'])
  })
})

describe('a listener', () => {
  test('is refused without a filter, and with one that can not be read', async () => {
    const { ask } = await connect()
    expect((await ask('/v1/data/listen/production')).status).toBe(400)
    expect((await ask('/v1/data/listen/production?query=*[')).status).toBe(400)
  })

  test('that goes away is forgotten by the lake', async () => {
    const { lake, raw } = await connectOverPort()
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const heard = await Promise.all([hear(raw), hear(raw), hear(raw)])
    for (const { stop } of heard) stop()
    await quiet()
    await raw.create(ARTICLE)
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(before + 1)
    lake.close()
  })

  test('can be given every mutation that the client can make, and arrives where the lake is', async () => {
    const { raw } = await connect()
    const heard = await hear(raw)
    await fill(raw, [{ ...ARTICLE, tags: ['甲', '乙', '丙'], rows: [{ _key: 'k', x: 1 }] }])
    await raw.patch('a').inc({ n: 3 }).dec({ n: 1 }).setIfMissing({ z: 1 }).unset(['title']).commit()
    await raw.patch('a').splice('tags', 1, 1, ['丁', '戊']).commit()
    await raw.patch('a').splice('tags', -1, 1, ['己']).commit()
    await raw
      .patch('a')
      .insert('before', 'rows[_key=="k"]', [{ x: 2 }])
      .commit({ autoGenerateArrayKeys: true })
    await raw.patch('a').diffMatchPatch({ text: '' }).set({ text: '博物馆' }).commit()
    await raw.createIfNotExists(ARTICLE)
    await raw.createOrReplace({ ...ARTICLE, title: '换' })
    const mutator = new Mutator()
    for (const event of await heard.count(7)) mutator.apply(event)
    expect(mutator.document).toEqual(await raw.getDocument('a'))
  })
})

describe('client.live', () => {
  test('is told that something changed, and of drafts only when it asks', async () => {
    const { client, raw } = await connectOverPort()
    const [open, all]: string[][] = [[], []]
    const subscriptions = [
      client.live.events().subscribe(({ type }) => open?.push(type)),
      client.live.events({ includeDrafts: true }).subscribe(({ type }) => all?.push(type)),
    ]
    await expect.poll(() => [open, all]).toEqual([['welcome'], ['welcome']])
    await raw.create({ ...ARTICLE, _id: 'drafts.a' })
    await raw.create(ARTICLE)
    await expect
      .poll(() => [open, all])
      .toEqual([
        ['welcome', 'message'],
        ['welcome', 'message', 'message'],
      ])
    for (const subscription of subscriptions) subscription.unsubscribe()
  })
})

describe('lake.subscribe', () => {
  test('is called after each commit, with what it changed, until it is stopped', async () => {
    const { lake, raw } = await connect()
    const told: unknown[] = []
    const stop = lake.subscribe((event) => told.push(event))
    const { _rev } = await raw.create(ARTICLE)
    expect(told).toEqual([{ ids: ['a'], transactionId: _rev }])
    stop()
    await raw.delete('a')
    expect(told).toHaveLength(1)
  })

  test('that throws does not keep the change from being acknowledged', async () => {
    const { lake, raw } = await connect()
    const error = console.error
    console.error = () => {}
    lake.subscribe(() => {
      throw new Error('of the subscriber')
    })
    expect(await raw.create(ARTICLE)).toMatchObject(ARTICLE)
    console.error = error
  })
})
