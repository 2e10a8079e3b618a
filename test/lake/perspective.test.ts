import { describe, expect, test } from 'vitest'
import { connect, failure, fill } from './connect.ts'

const DOCUMENTS = [
  { _id: 'both', _type: 'article', title: '已发布' },
  { _id: 'drafts.both', _type: 'article', title: '草稿' },
  { _id: 'drafts.new', _type: 'article', title: '新稿' },
  { _id: 'live', _type: 'article', title: '只发布', see: { _type: 'reference', _ref: 'both' } },
  { _id: 'versions.rSpring.both', _type: 'article', title: '春季版' },
  { _id: 'versions.rSpring.live', _type: 'article', _system: { delete: true } },
  { _id: 'versions.rOther.new', _type: 'article', title: '另一版' },
]
const TITLES = '*[_type == "article"]{_id, title} | order(_id)'

async function filled() {
  const { client, ask } = await connect()
  await fill(client, DOCUMENTS)
  return { client, ask }
}

describe('a perspective', () => {
  test('published shows neither drafts nor versions', async () => {
    const { client } = await filled()
    const titles = await client.fetch(TITLES, {}, { perspective: 'published' })
    expect(titles).toEqual([
      { _id: 'both', title: '已发布' },
      { _id: 'live', title: '只发布' },
    ])
  })

  test('drafts lays drafts over what is published, under the published id', async () => {
    const { client } = await filled()
    const titles = await client.fetch(TITLES, {}, { perspective: 'drafts' })
    expect(titles).toEqual([
      { _id: 'both', title: '草稿' },
      { _id: 'live', title: '只发布' },
      { _id: 'new', title: '新稿' },
    ])
  })

  test('drafts says in _originalId where a document comes from', async () => {
    const { client } = await filled()
    const origins = await client.fetch('*[defined(title)]{"o": _originalId}.o', {}, { perspective: 'drafts' })
    expect(origins).toEqual(['drafts.both', 'live', 'drafts.new'])
  })

  test('drafts gives whole documents with the published id', async () => {
    const { client } = await filled()
    const document = await client.fetch('*[_id == "new"][0]', {}, { perspective: 'drafts' })
    expect(document).toMatchObject({ _id: 'new', _originalId: 'drafts.new', _type: 'article', title: '新稿' })
  })

  test('previewDrafts is another name for drafts', async () => {
    const { ask } = await filled()
    const answer = await ask('/v2024-01-01/data/query/production?query=count(*)&perspective=previewDrafts')
    expect(await answer.json()).toMatchObject({ result: 3 })
  })

  test('drafts follows references into drafts', async () => {
    const { client } = await filled()
    expect(await client.fetch('*[_id == "live"][0].see->title', {}, { perspective: 'drafts' })).toBe('草稿')
    expect(await client.fetch('*[_id == "live"][0].see->title', {}, { perspective: 'published' })).toBe('已发布')
  })

  test('raw shows everything as it is stored', async () => {
    const { client } = await filled()
    expect(await client.fetch('count(*)', {}, { perspective: 'raw' })).toBe(7)
    expect(await client.fetch('*[_id in path("drafts.**")]._id', {}, { perspective: 'raw' })).toEqual([
      'drafts.both',
      'drafts.new',
    ])
  })

  test('of a release lays its versions over what is published, and hides what it deletes', async () => {
    const { client } = await filled()
    const titles = await client.fetch(TITLES, {}, { perspective: ['rSpring'] })
    expect(titles).toEqual([{ _id: 'both', title: '春季版' }])
  })

  test('of a list takes the first layer that has the document', async () => {
    const { client } = await filled()
    const titles = await client.fetch(TITLES, {}, { perspective: ['rSpring', 'drafts'] })
    expect(titles).toEqual([
      { _id: 'both', title: '春季版' },
      { _id: 'new', title: '新稿' },
    ])
    const other = await client.fetch(TITLES, {}, { perspective: ['drafts', 'rSpring'] })
    expect(other).toContainEqual({ _id: 'both', title: '草稿' })
  })

  test.each([
    ['v2025-02-19', 2],
    ['vX', 2],
    ['v2025-02-18', 7],
    ['v1', 7],
  ])('is published since 2025-02-19 and raw before, unless named: %s', async (version, expected) => {
    const { ask } = await filled()
    const answer = await ask(`/${version}/data/query/production?query=count(*)`)
    expect(await answer.json()).toMatchObject({ result: expected })
  })

  test('sees a draft as soon as it is written', async () => {
    const { client } = await filled()
    const drafts = client.withConfig({ perspective: 'drafts' })
    expect(await drafts.fetch('*[_id == "live"][0].title')).toBe('只发布')
    await client.create({ _id: 'drafts.live', _type: 'article', title: '改稿' })
    expect(await drafts.fetch('*[_id == "live"][0].title')).toBe('改稿')
    await client.delete('drafts.live')
    expect(await drafts.fetch('*[_id == "live"][0].title')).toBe('只发布')
  })

  test.each(['raw,drafts', 'dr/afts', 'a b'])('that can not be is refused: %s', async (perspective) => {
    const { client, ask } = await filled()
    const answer = await ask(
      `/v2025-02-19/data/query/production?query=1&perspective=${encodeURIComponent(perspective)}`,
    )
    expect(answer.status).toBe(400)
    const error = await failure(
      client.request({ url: `/data/query/production?query=1&perspective=${encodeURIComponent(perspective)}` }),
    )
    expect(error.message).toContain('Invalid perspective')
  })
})
