/** The embedded lake sends webhooks as hosted Sanity does, and none is lost. */
import { isValidSignature } from '@sanity/webhook'
import { describe, expect, it } from 'vitest'
import { readHooks } from '../../src/lake/hooks/hook.ts'
import { SECRET } from './hooks.ts'
import { clientOf, hookTo, openFile } from './lakes.ts'
import { openListener } from './listener.ts'

async function heardOf(given: object, change: (client: ReturnType<typeof clientOf>) => Promise<unknown>) {
  const [listener, lake] = [await openListener(), openFile().lake()]
  const client = clientOf(lake)
  await client.create({ _id: 'article-a', _type: 'article', title: '渠', n: 1 })
  const sender = lake.sendHooks(hookTo(listener.url, given))
  await change(client)
  await sender.idle()
  await sender.close()
  return listener.heard
}

/** One that is created, changed and deleted, beside a draft. */
async function change(client: ReturnType<typeof clientOf>): Promise<void> {
  await client.create({ _id: 'drafts.article-a', _type: 'article' })
  await client.create({ _id: 'article-c', _type: 'article' })
  await client.patch('article-c').set({ n: 2 }).commit()
  await client.delete('article-c')
}

async function toldOf(given: object): Promise<string[]> {
  const heard = await heardOf(given, change)
  return heard.map(({ headers }) => `${headers['sanity-operation']} ${headers['sanity-document-id']}`)
}

describe('a webhook of the lake', () => {
  it('has Sanity’s headers, and a signature that Sanity’s toolkit takes', async () => {
    const [hook, ...more] = await heardOf({}, (client) =>
      client.mutate([{ create: { _id: 'article-b', _type: 'article' } }], { transactionId: 'trx1' }),
    )
    expect(more).toEqual([])
    expect(hook?.headers).toMatchObject({
      'content-type': 'application/json',
      'sanity-project-id': 'zebian',
      'sanity-dataset': 'production',
      'sanity-document-id': 'article-b',
      'sanity-operation': 'create',
      'sanity-transaction-id': 'trx1',
      'sanity-transaction-time': expect.stringMatching(/^\d{4}-/u),
      'idempotency-key': 'trx1-article-b',
      connection: 'close',
    })
    const signature = String(hook?.headers['sanity-webhook-signature'])
    expect(await isValidSignature(hook?.body ?? '', signature, SECRET)).toBe(true)
    expect(JSON.parse(hook?.body ?? '')).toMatchObject({ _id: 'article-b', _rev: 'trx1' })
  })

  it.each([
    [
      '{ _id, "was": before().title, "is": after().title, "op": delta::operation() }',
      { _id: 'article-a', was: '渠', is: '水', op: 'update' },
    ],
    ['{ "changed": delta::changedAny(title), "other": delta::changedAny(n) }', { changed: true, other: false }],
    [
      '{ "event_type": "publish", "client_payload": { _id, _rev } }',
      { event_type: 'publish', client_payload: { _id: 'article-a', _rev: 't2' } },
    ],
  ])('says what its projection makes: %s', async (projection, body) => {
    const [hook] = await heardOf({ rule: { projection } }, (client) =>
      client.patch('article-a').set({ title: '水' }).commit({ transactionId: 't2' }),
    )
    expect(JSON.parse(hook?.body ?? '')).toEqual(body)
  })

  it.each([
    ['delta::changedAny(title)', 1],
    ['delta::changedAny(n)', 0],
    ['before().title == "渠" && after().title == "水"', 1],
    ['_type == "profile"', 0],
    ['count(*[_type == "article"]) == 1', 1],
  ])('is sent where its filter says so: %s', async (filter, times) => {
    const heard = await heardOf({ rule: { filter } }, (client) =>
      client.patch('article-a').set({ title: '水' }).commit(),
    )
    expect(heard).toHaveLength(times)
  })

  it('is sent for creations, updates and deletions that it is on, and for no draft unless it asks', async () => {
    expect(await toldOf({})).toEqual(['create article-c', 'update article-c', 'delete article-c'])
    expect(await toldOf({ rule: { on: ['delete'] } })).toEqual(['delete article-c'])
    expect(await toldOf({ includeDrafts: true })).toHaveLength(4)
  })
})

describe('a change', () => {
  it('made while nobody sends, or by another process, is sent when somebody does', async () => {
    const [listener, { lake }] = [await openListener(), openFile()]
    const one = lake()
    await one.sendHooks(hookTo(listener.url)).close()
    await clientOf(one).create({ _id: 'article-a', _type: 'article' })
    const two = lake()
    await clientOf(two).create({ _id: 'article-b', _type: 'article' })
    const sender = one.sendHooks(hookTo(listener.url))
    await sender.idle()
    await sender.close()
    expect(listener.heard.map(({ headers }) => headers['sanity-document-id'])).toEqual(['article-a', 'article-b'])
  })

  it('before its hook existed is nobody’s', async () => {
    const [listener, { lake }] = [await openListener(), openFile()]
    const opened = lake()
    await clientOf(opened).create({ _id: 'article-a', _type: 'article' })
    const sender = opened.sendHooks(hookTo(listener.url))
    await sender.idle()
    await sender.close()
    expect(listener.heard).toEqual([])
  })
})

describe('a file of hooks', () => {
  it.each([
    ['{}', 'Expected a JSON list of webhooks in hooks.json'],
    ['[5]', 'Expected an object of webhook 1'],
    ['[{"url":"ftp://x"}]', 'Expected an http address as url of webhook 1'],
    ['[{"url":"http://x","rule":{"on":["publish"]}}]', 'Expected create, update or delete in rule.on of webhook 1'],
  ])('%s is refused in one line', (text, said) => {
    expect(() => readHooks(text, 'hooks.json')).toThrow(said)
  })

  it('with a filter that is no GROQ is refused by name', () => {
    const lake = openFile().lake()
    expect(() => lake.sendHooks(hookTo('http://localhost:1/', { rule: { filter: '_type ==' } }))).toThrow(
      'Expected GROQ as the filter of the webhook “test”',
    )
  })
})
