import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { connect } from './connect.ts'

/** Every object the lake reads comes out of JSON.parse: freezing there freezes stored documents, deeply. */
function freezeEverythingParsed(): () => number {
  let frozen = 0
  const parse = JSON.parse
  const spy = vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) => {
    const value: unknown = parse(text, reviver)
    frozen += 1
    return freeze(value)
  })
  onTestFinished(() => spy.mockRestore())
  return () => frozen
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}

const QUERIES = [
  '*',
  '*[_type == "article"] | order(n desc)[0...2]{..., "e": editors[]->{...}}',
  '* | score(title match "高*") | order(_score desc)',
  '*[@ match text::query("高考")]{"x": sections[]{..., "n": 1}}',
  '*{"all": [...tags, "新"], "merged": source + {"y": 1}}',
  'array::unique(*.tags[])',
  '*[references("jia")]{"other": *[_type == ^._type]}',
]

describe('a stored document', () => {
  test('is changed by no query, in no perspective, and by no patch', async () => {
    const { client } = await connect()
    await client.create({ _id: 'jia', _type: 'profile', name: '甲' })
    const editors = [{ _key: 'j', _type: 'reference', _ref: 'jia' }]
    const sections = [{ _key: 's', heading: '一' }]
    for (const _id of ['a', 'drafts.a', 'b']) {
      await client.create({
        _id,
        _type: 'article',
        title: '高考',
        n: 1,
        tags: ['甲'],
        source: { x: 1 },
        sections,
        editors,
      })
    }
    const frozen = freezeEverythingParsed()
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      for (const query of QUERIES) await client.fetch(query, {}, { perspective })
    }
    const patch = client
      .patch('a')
      .set({ 'sections[0].heading': '二', 'source.x': 2 })
      .inc({ n: 1 })
      .append('tags', ['乙'])
      .unset(['title'])
    await patch.commit({ autoGenerateArrayKeys: true })
    await client.patch('a').set({}).commit()
    await client
      .transaction()
      .patch('b', { unset: ['tags[0]'] })
      .patch({ query: '*[_type == "article"]' }, { set: { n: 9 } })
      .commit()
    expect(frozen()).toBeGreaterThan(20)
    expect(await client.fetch('*[_type == "article"].n')).toEqual([9, 9])
  })

  test('is what it was when a patch fails half-way', async () => {
    const { client } = await connect()
    const before = await client.create({ _id: 'a', _type: 'article', list: [{ _key: 'k', x: 1 }] })
    freezeEverythingParsed()
    await expect(client.patch('a').set({ 'list[0].x': 2 }).inc({ none: 1 }).commit()).rejects.toThrow(
      'Cannot increment',
    )
    expect(await client.getDocument('a')).toEqual(before)
  })
})
