import { ClientError, Patch } from '@sanity/client'
import { describe, expect, test } from 'vitest'
import { WAYS, connect, failure } from './connect.ts'

const BEFORE = {
  _id: 'a',
  _type: 'article',
  title: '博物馆夜场',
  n: 5,
  tags: ['甲', '乙', '丙'],
  sections: [
    { _key: 'k1', heading: '一', n: 1 },
    { _key: 'k2', heading: '二', n: 2 },
  ],
  source: { name: '人民网' },
}

type Change = (patch: Patch) => Patch

/** [what a patch can do, the patch, what is different afterwards; `undefined` means gone] */
const PATCHES: readonly (readonly [string, Change, Record<string, unknown>])[] = [
  ['sets an attribute', (p) => p.set({ title: '新' }), { title: '新' }],
  ['sets a nested attribute', (p) => p.set({ 'source.name': '新华社' }), { source: { name: '新华社' } }],
  ['sets by creating the objects on the way', (p) => p.set({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }],
  [
    'sets an element by its key',
    (p) => p.set({ 'sections[_key=="k2"].heading': '贰' }),
    { sections: [BEFORE.sections[0], { _key: 'k2', heading: '贰', n: 2 }] },
  ],
  ['sets an element by its place', (p) => p.set({ 'tags[1]': '新' }), { tags: ['甲', '新', '丙'] }],
  ['sets the last element', (p) => p.set({ 'tags[-1]': '新' }), { tags: ['甲', '乙', '新'] }],
  [
    'sets every element of a range',
    (p) => p.set({ 'sections[0:].heading': '同' }),
    { sections: BEFORE.sections.map((s) => ({ ...s, heading: '同' })) },
  ],
  [
    'sets wherever the path leads, at any depth',
    (p) => p.set({ '..heading': '同' }),
    { sections: BEFORE.sections.map((s) => ({ ...s, heading: '同' })) },
  ],
  ['sets null', (p) => p.set({ title: null }), { title: null }],
  ['sets what is missing', (p) => p.setIfMissing({ kicker: '引' }), { kicker: '引' }],
  ['leaves what is there', (p) => p.setIfMissing({ title: '新', kicker: '引' }), { kicker: '引' }],
  [
    'sets a missing object and then inside it',
    (p) => p.setIfMissing({ lead: {} }).set({ 'lead.text': '字' }),
    { lead: { text: '字' } },
  ],
  ['unsets an attribute', (p) => p.unset(['title']), { title: undefined }],
  ['unsets several', (p) => p.unset(['title', 'source.name']), { title: undefined, source: {} }],
  ['unsets an element by its key', (p) => p.unset(['sections[_key=="k1"]']), { sections: [BEFORE.sections[1]] }],
  ['unsets an element by its place', (p) => p.unset(['tags[0]']), { tags: ['乙', '丙'] }],
  ['unsets the last element', (p) => p.unset(['tags[-1]']), { tags: ['甲', '乙'] }],
  ['unsets elements by their value', (p) => p.unset(['tags[@ == "乙"]']), { tags: ['甲', '丙'] }],
  ['unsets a range', (p) => p.unset(['tags[0:2]']), { tags: ['丙'] }],
  ['unsets what is not there without complaint', (p) => p.unset(['none', 'tags[9]', 'x.y']), {}],
  ['counts up', (p) => p.inc({ n: 2 }), { n: 7 }],
  ['counts up by a part', (p) => p.inc({ n: 0.5 }), { n: 5.5 }],
  ['counts down', (p) => p.dec({ n: 2 }), { n: 3 }],
  [
    'counts inside an element',
    (p) => p.inc({ 'sections[_key=="k1"].n': 10 }),
    { sections: [{ _key: 'k1', heading: '一', n: 11 }, BEFORE.sections[1]] },
  ],
  ['counts from what the same patch set', (p) => p.setIfMissing({ views: 0 }).inc({ views: 1 }), { views: 1 }],
  ['inserts before an element', (p) => p.insert('before', 'tags[1]', ['新']), { tags: ['甲', '新', '乙', '丙'] }],
  [
    'inserts after an element',
    (p) => p.insert('after', 'tags[1]', ['新', '又']),
    { tags: ['甲', '乙', '新', '又', '丙'] },
  ],
  [
    'inserts after a key',
    (p) => p.insert('after', 'sections[_key=="k1"]', [{ _key: 'n' }]),
    { sections: [BEFORE.sections[0], { _key: 'n' }, BEFORE.sections[1]] },
  ],
  [
    'inserts in place of an element',
    (p) => p.insert('replace', 'tags[1]', ['新', '又']),
    { tags: ['甲', '新', '又', '丙'] },
  ],
  [
    'inserts in place of a key',
    (p) => p.insert('replace', 'sections[_key=="k2"]', [{ _key: 'n' }]),
    { sections: [BEFORE.sections[0], { _key: 'n' }] },
  ],
  ['appends', (p) => p.append('tags', ['丁']), { tags: ['甲', '乙', '丙', '丁'] }],
  ['prepends', (p) => p.prepend('tags', ['丁']), { tags: ['丁', '甲', '乙', '丙'] }],
  ['appends to an empty list', (p) => p.setIfMissing({ list: [] }).append('list', [1]), { list: [1] }],
  ['splices one element out', (p) => p.splice('tags', 1, 1), { tags: ['甲', '丙'] }],
  ['splices elements in without taking any', (p) => p.splice('tags', 2, 0, ['新']), { tags: ['甲', '乙', '新', '丙'] }],
  ['splices at the very front', (p) => p.splice('tags', 0, 0, ['新']), { tags: ['新', '甲', '乙', '丙'] }],
  ['splices everything away from a place', (p) => p.splice('tags', 1), { tags: ['甲'] }],
  ['splices away from the end', (p) => p.splice('tags', -1, 1, ['新']), { tags: ['甲', '乙', '新'] }],
  ['splices behind the end', (p) => p.splice('tags', 9, 1, ['新']), { tags: ['甲', '乙', '丙', '新'] }],
  [
    'applies a text difference',
    (p) => p.diffMatchPatch({ title: '@@ -1,5 +1,5 @@\n 博物馆\n-夜场\n+日场\n' }),
    { title: '博物馆日场' },
  ],
  [
    'sets before it unsets before it inserts',
    (p) =>
      p
        .append('tags', ['丁'])
        .unset(['tags[0]'])
        .set({ tags: ['子', '丑'] }),
    { tags: ['丑', '丁'] },
  ],
]

describe.each(WAYS)('a patch %s', (_way, connect) => {
  test.each(PATCHES)('%s', async (_name, change, expected) => {
    const { client } = await connect()
    const created = await client.create(BEFORE)
    const patched = await change(client.patch('a')).commit()
    const wanted = Object.entries({ ...created, ...expected }).filter(([, value]) => value !== undefined)
    expect(patched).toEqual({ ...Object.fromEntries(wanted), _rev: expect.any(String), _updatedAt: expect.any(String) })
    expect(patched._rev).not.toBe(created._rev)
    expect(await client.getDocument('a')).toEqual(patched)
  })
})

describe('a patch', () => {
  test('moves _updatedAt and leaves _createdAt', async () => {
    let now = new Date('2020-07-02T08:00:00.000Z')
    const { client } = await connect({ now: () => now })
    await client.create(BEFORE)
    now = new Date('2020-07-03T08:00:00.000Z')
    const patched = await client.patch('a').set({ title: '新' }).commit()
    expect(patched).toMatchObject({ _createdAt: '2020-07-02T08:00:00.000Z', _updatedAt: '2020-07-03T08:00:00.000Z' })
  })

  test('of a document that is not there is a 409', async () => {
    const { client } = await connect()
    const error = await failure(client.patch('none').set({ title: '新' }).commit())
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({ items: [{ error: { type: 'documentNotFoundError', id: 'none' } }] })
    expect(error.message).toContain('The document with the ID "none" was not found')
  })

  test.each([
    ['counting a word', (p: Patch) => p.inc({ title: 1 }), 'Cannot increment "title"'],
    ['counting what is not there', (p: Patch) => p.dec({ none: 1 }), 'Cannot decrement "none"'],
    ['another _type', (p: Patch) => p.set({ _type: 'profile' }), 'immutable attribute "_type" may not be modified'],
    ['another _id', (p: Patch) => p.set({ _id: 'b' }), '_id'],
    ['no _id', (p: Patch) => p.unset(['_id']), '_id'],
    ['a path that can not be read', (p: Patch) => p.set({ 'tags[[': 1 }), 'Mutation failed'],
  ])('with %s is refused and changes nothing', async (_name, change, message) => {
    const { client } = await connect()
    const created = await client.create(BEFORE)
    const error = await failure(change(client.patch('a').set({ n: 100 })).commit())
    expect(error).toBeInstanceOf(ClientError)
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain(message)
    expect(await client.getDocument('a')).toEqual(created)
  })

  test('by several ids patches each of them', async () => {
    const { client } = await connect()
    for (const _id of ['a', 'b', 'c']) await client.create({ ...BEFORE, _id })
    const patched = await client
      .patch(['a', 'c'])
      .set({ title: '新' })
      .commit({ returnFirst: false, returnDocuments: true })
    expect(patched.map(({ _id }) => _id)).toEqual(['a', 'c'])
    expect(await client.fetch('*[title == "新"]._id')).toEqual(['a', 'c'])
  })

  test('by a query with parameters patches what it finds, drafts included', async () => {
    const { client, raw } = await connect()
    for (const _id of ['a', 'drafts.a', 'b']) await client.create({ ...BEFORE, _id, n: _id === 'b' ? 0 : 5 })
    await client
      .patch({ query: '*[n > $n]', params: { n: 3 } })
      .set({ title: '新' })
      .commit()
    expect(await raw.fetch('*[title == "新"]._id')).toEqual(['a', 'drafts.a'])
  })
})
