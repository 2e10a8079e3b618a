/**
 * What a mirror of the archive asks: heads and counts from an index, and the export as it stood when it was asked for.
 *
 *   *[_type == $type && _id > $after] | order(_id) [0...$most]{_id, _type, _rev, _updatedAt}   the same as by evaluation
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'groq-js'
import { afterAll, describe, expect, test } from 'vitest'
import { HEADS as MIRRORED } from '../../src/content/queries.ts'
import { directOf } from '../../src/lake/query/direct.ts'
import { HEADS as WATCHED } from '../../src/publish/publisher/heads.ts'
import { connect, fill } from './connect.ts'

const folder = mkdtempSync(join(tmpdir(), 'zebian-direct-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEADS = '*[_type == $type && _id > $after] | order(_id) [0...$most]{_id, _type, _rev, _updatedAt}'
const COUNTS =
  '{"articles": count(*[_type == "article"]), "site": count(*[_type == "site" && _id == "site"]), "none": count(*[_type == "none"])}'
/** The same questions with a condition that changes nothing, and that no index knows. */
const slowly = (query: string): string => query.replaceAll(/\[(_type[^\]]*)\]/gu, '[true && ($1)]')

const known = (query: string): boolean =>
  directOf(parse(query, { params: { type: 'a', after: '', most: 3 } })) !== undefined

const DOCUMENTS = [
  { _id: 'b', _type: 'article', title: '乙' },
  { _id: 'a', _type: 'article', title: '甲' },
  { _id: 'drafts.a', _type: 'article', title: '甲稿' },
  { _id: 'versions.r1.a', _type: 'article', title: '甲版' },
  { _id: 'c', _type: 'article', title: '丙' },
  { _id: 'site', _type: 'site', title: '站' },
  { _id: 'site-2', _type: 'site', title: '站' },
]

describe('a mirror’s questions', () => {
  test.each(['published', 'raw', 'drafts'] as const)(
    'are answered as by evaluation, seen as %s',
    async (perspective) => {
      const { client } = await connect({ file: join(folder, `${perspective}.sqlite`) })
      await fill(client, DOCUMENTS)
      await client.patch('b').set({ title: '乙二' }).commit()
      const seen = client.withConfig({ perspective })
      for (const params of [
        { type: 'article', after: '', most: 10 },
        { type: 'article', after: 'a', most: 1 },
        { type: 'article', after: 'z', most: 10 },
        { type: 'none', after: '', most: 10 },
      ])
        expect(await seen.fetch(HEADS, params)).toEqual(await seen.fetch(slowly(HEADS), params))
      expect(await seen.fetch(COUNTS)).toEqual(await seen.fetch(slowly(COUNTS)))
      expect(await client.fetch(COUNTS)).toEqual({ articles: 3, site: 1, none: 0 })
    },
  )

  test.each([MIRRORED, WATCHED])(
    'asked by the store and by the publisher every few minutes are among them: %s',
    (query) => {
      expect(known(query)).toBe(true)
    },
  )

  test('are known by their whole shape, and others are left to evaluation', () => {
    expect([HEADS, COUNTS].map(known)).toEqual([true, true])
    for (const other of [
      slowly(HEADS),
      slowly(COUNTS),
      HEADS.replace('order(_id)', 'order(_id desc)'),
      HEADS.replace('[0...$most]', '[0..$most]'),
      HEADS.replace('[0...$most]', '[1...$most]'),
      HEADS.replace('_rev', 'title'),
      HEADS.replace('_id >', '_id <'),
      COUNTS.replace('_type == "article"', '_type != "article"'),
    ])
      expect([other, known(other)]).toEqual([other, false])
  })
})

describe('an export', () => {
  test('shows the moment at which it was begun, whatever is written while it is read', async () => {
    const { client, ask } = await connect({ file: join(folder, 'export.sqlite') })
    const long = '字'.repeat(60_000)
    await fill(
      client,
      ['a', 'b', 'c', 'd'].map((id) => ({ _id: id, _type: 'article', title: '旧', long })),
    )
    const reader = (await ask('/v2025-02-19/data/export/production')).body?.getReader()
    const first = await reader?.read()
    await client.patch('d').set({ title: '新' }).commit()
    await client.delete('c')
    let text = Buffer.from(first?.value ?? []).toString()
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
      text += Buffer.from(next.value).toString()
    const titles = text
      .trimEnd()
      .split('\n')
      .map((line) => /"title":"(.)"/u.exec(line)?.[1])
    expect(titles).toEqual(['旧', '旧', '旧', '旧'])
  })

  test('gives the types that are asked for', async () => {
    const { client, ask } = await connect({ file: join(folder, 'types.sqlite') })
    await fill(client, DOCUMENTS)
    const text = await (await ask('/v2025-02-19/data/export/production?types=site')).text()
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => /"_id":"([^"]*)"/u.exec(line)?.[1]),
    ).toEqual(['site', 'site-2'])
  })
})
