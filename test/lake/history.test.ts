import { isRecord } from '../../src/lake/json.ts'
import { applyPatch } from 'mendoza'
import { describe, expect, test } from 'vitest'
import { TOKEN, WAYS, connect } from './connect.ts'
import { oldFile } from './old-file.ts'

const BASE = '/v2025-02-19/data/history/production'

interface Line {
  readonly id: string
  readonly documentIDs: string[]
  readonly author: string
  readonly effects: Record<string, { apply: unknown[]; revert: unknown[] }>
}

async function lines(answer: Promise<Response>): Promise<Line[]> {
  const text = await (await answer).text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

async function documents(answer: Promise<Response>): Promise<Record<string, unknown>[]> {
  const body: unknown = await (await answer).json()
  return isRecord(body) && Array.isArray(body['documents']) ? body['documents'] : []
}

describe.each(WAYS)('the history of a document %s', (_way, connect) => {
  test('is told transaction by transaction, with effects that lead through it', async () => {
    const { ask, raw, client } = await connect()
    await raw.create({ _id: 'drafts.a', _type: 'article', title: '一' })
    await raw.patch('drafts.a').set({ title: '二' }).commit()
    await client.action({ actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a' })
    await raw.create({ _id: 'b', _type: 'article' })
    const found = await lines(ask(`${BASE}/transactions/a,drafts.a?effectFormat=mendoza&excludeContent=true`))
    expect(found.map(({ documentIDs }) => documentIDs)).toEqual([['drafts.a'], ['drafts.a'], ['a', 'drafts.a']])
    expect(found[0]).toMatchObject({ author: 'lake', id: expect.any(String), timestamp: expect.any(String) })
    expect(found[0]).not.toHaveProperty('mutations')
    const states: Record<string, unknown> = {}
    for (const { effects } of found) {
      for (const [id, { apply, revert }] of Object.entries(effects)) {
        const before: unknown = states[id] ?? null
        states[id] = applyPatch(before, apply)
        expect(applyPatch(states[id], revert)).toEqual(before)
      }
    }
    const { _rev, ...published } = (await raw.getDocument('a')) ?? { _rev: '' }
    expect(states).toEqual({ a: published, 'drafts.a': null })
  })

  test('says who it was that signed in with a name', async () => {
    const { ask } = await connect()
    const cookie = `other=1; zebian-editor=${encodeURIComponent('韩岭')}`
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', cookie }
    const body = '{"mutations":[{"create":{"_id":"a","_type":"article"}}]}'
    await ask('/v1/data/mutate/production', { method: 'POST', headers, body })
    const [{ author = '' } = {}] = await lines(ask(`${BASE}/transactions/a`))
    for (const path of [`/v1/users/${author}`, '/v1/users/me'])
      expect(await (await ask(path, { headers })).json()).toMatchObject({ id: author, name: '韩岭' })
    expect(await (await ask('/v1/users/me')).json()).toMatchObject({ id: 'lake', name: '本机编辑' })
  })

  test('is told backwards, page by page', async () => {
    const { ask, raw } = await connect()
    await raw.create({ _id: 'a', _type: 'article', n: 0 })
    for (let n = 0; n < 9; n += 1) await raw.patch('a').inc({ n: 1 }).commit()
    const all = (await lines(ask(`${BASE}/transactions/a`))).map(({ id }) => id)
    const page = async (query: string) => (await lines(ask(`${BASE}/transactions/a?${query}`))).map(({ id }) => id)
    expect(all).toHaveLength(10)
    expect(await page('reverse=true&limit=3')).toEqual(all.toReversed().slice(0, 3))
    expect(await page(`reverse=true&limit=3&toTransaction=${all[7]}`)).toEqual([all[7], all[6], all[5]])
    expect(await page(`fromTransaction=${all[8]}`)).toEqual([all[8], all[9]])
    expect((await ask(`${BASE}/transactions/a?fromTransaction=none`)).status).toBe(404)
    expect((await ask(`${BASE}/transactions/a?limit=0`)).status).toBe(400)
  })

  test('gives it back as it was at a revision, at a time, and before it was deleted', async () => {
    const times = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-04T00:00:00Z']
    const { ask, raw } = await connect({ now: () => new Date(times[0] ?? '') })
    const one = await raw.create({ _id: 'a', _type: 'article', title: '一', rows: [{ _key: 'k', x: '字'.repeat(50) }] })
    times.shift()
    const two = await raw
      .patch('a')
      .set({ title: '二', 'rows[0].x': `${'字'.repeat(25)}新` })
      .commit()
    times.shift()
    const other = await raw.create({ _id: 'b', _type: 'article' })
    await raw.delete('a')
    expect(await documents(ask(`${BASE}/documents/a?revision=${one._rev}`))).toEqual([one])
    expect(await documents(ask(`${BASE}/documents/a,drafts.a?revision=${two._rev}`))).toEqual([two])
    expect(await documents(ask(`${BASE}/documents/a,b?revision=${other._rev}`))).toEqual([two, other])
    expect(await documents(ask(`${BASE}/documents/b?revision=${one._rev}`))).toEqual([])
    expect(await documents(ask(`${BASE}/documents/a?time=2026-01-01T12:00:00Z`))).toEqual([one])
    expect(await documents(ask(`${BASE}/documents/a?time=2025-01-01T12:00:00Z`))).toEqual([])
    expect(await documents(ask(`${BASE}/documents/a?lastRevision=true`))).toEqual([two])
    expect(await documents(ask(`${BASE}/documents/b?lastRevision=true`))).toEqual([other])
    expect((await ask(`${BASE}/documents/a?revision=none`)).status).toBe(404)
    expect((await ask(`${BASE}/documents/a`)).status).toBe(400)
  })

  test('has no word of what failed', async () => {
    const { ask, raw } = await connect()
    await raw.create({ _id: 'a', _type: 'article' })
    await expect(
      raw
        .transaction()
        .patch('a', { set: { n: 1 } })
        .patch('none', { set: { n: 1 } })
        .commit(),
    ).rejects.toThrow('was not found')
    await raw.mutate([{ patch: { id: 'a', set: { n: 1 } } }], { dryRun: true })
    expect(await lines(ask(`${BASE}/transactions/a`))).toHaveLength(1)
  })

  test('in the newer form is there, and empty', async () => {
    const { ask } = await connect()
    expect(await (await ask(`${BASE}/events/documents/a?limit=1`)).json()).toEqual({
      events: { a: [] },
      nextCursor: '',
    })
  })
})

describe('a file from before there was a history', () => {
  test('has one from then on, back to what it was', async () => {
    const { ask, raw } = await connect({ file: oldFile() })
    await raw.patch('a').set({ title: '新' }).commit()
    await raw.delete('b')
    expect(await documents(ask(`${BASE}/documents/a,b?revision=old`))).toMatchObject([
      { _id: 'a', _rev: 'old', title: '旧' },
      { _id: 'b', _rev: 'old', title: '旧' },
    ])
    // As if made by the last change from before: the Studio looks for the revision that it shows.
    expect((await lines(ask(`${BASE}/transactions/a`))).map(({ id }) => id)).toEqual(['old', expect.any(String)])
  })
})
