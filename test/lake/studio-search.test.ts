/**
 * The very queries that Studio 6.16.0 makes for its lists, its search and its reference inputs (sanity/lib, createSearchQuery and
 * createReferenceResolveQuery), with the parameters it sends.
 */
import { describe, expect, test } from 'vitest'
import { WAYS, fill } from './connect.ts'

const TAIL = '{_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]'
const SEARCH = `// findability-mvi:5
*[_type in $__types && !(_id in path("versions.**"))] | score(boost(_type in ["article"] && title match text::query($__query), 10), boost(_type in ["article","profile"] && pt::text(body) match text::query($__query), 2), boost(_type in ["profile"] && name match text::query($__query), 8), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] ${TAIL}`
const LIST = `// findability-mvi:5
*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) && (_type == "article" && defined(channel))] {_type, _id, _originalId, "orderings": [lower(title), publishedAt]} | order(lower(orderings[0]) asc,select(defined(orderings[1]) => 0, 1),orderings[1] desc) [0...$__limit]`
const RESOLVE =
  '*[(_type == "profile" && name match text::query($__query)) || (_type == "article" && lower(title) match text::query($__query))][0...1000]._id'

const DOCUMENTS = [
  { _id: 'a', _type: 'article', title: '博物馆里的高考作文', channel: 'x', publishedAt: '2024-01-01' },
  { _id: 'drafts.b', _type: 'article', title: '乡村图书馆', channel: 'x', lead: '孩子们去过博物馆' },
  {
    _id: 'c',
    _type: 'article',
    title: '乡村',
    channel: 'x',
    sections: [{ _key: 's', body: '县里新建博物馆' }],
    publishedAt: '2025-01-01',
  },
  { _id: 'e', _type: 'article', title: '无关', channel: 'x', by: { _type: 'reference', _ref: 'jia' } },
  { _id: 'jia', _type: 'profile', name: '古兰再木·阿依登' },
]
const TYPES = { __types: ['article', 'profile'], __limit: 1001 }

function params(text: string): Record<string, unknown> {
  const __query = text === '' ? '*' : `${text}*`
  return { ...TYPES, __query, __rawQuery: text }
}

describe.each(WAYS)('the search of the Studio %s', (_way, connect) => {
  const search = async (query: string, text: string) => {
    const { client, raw } = await connect()
    await fill(raw, DOCUMENTS)
    const found = await client.fetch<{ _id: string }[]>(query, params(text), { perspective: ['drafts'] })
    return found.map(({ _id }) => _id)
  }

  test.each([
    ['馆里的高', ['a']],
    ['博物馆', ['a', 'b', 'c']],
    ['再木', ['jia']],
    ['古兰再木·阿依登', ['jia']],
    ['乡村 博物馆', ['b', 'c']],
    ['没有这个', []],
    ['jia', ['e']],
  ])('finds “%s” in the middle of a sentence, in titles, bodies and names: %j', async (text, ids) => {
    expect((await search(SEARCH, text)).toSorted()).toEqual(ids)
  })

  test('puts a title before a body', async () => {
    expect((await search(SEARCH, '博物馆'))[0]).toBe('a')
  })

  test.each([
    ['', ['c', 'a', 'e', 'b']],
    ['博物', ['c', 'a', 'b']],
  ])('lists “%s” in the order asked for', async (text, ids) => {
    expect((await search(LIST, text)).toSorted()).toEqual(ids.toSorted())
  })

  test.each([
    ['阿依登', ['jia']],
    ['图书馆', ['b']],
    ['', ['a', 'b', 'c', 'e', 'jia']],
  ])('resolves references by “%s”', async (text, ids) => {
    const { client, raw } = await connect()
    await fill(raw, DOCUMENTS)
    expect(await client.fetch(RESOLVE, params(text), { perspective: 'drafts' })).toEqual(ids)
  })
})
