/** A bad answer changes nothing: what a proxy, a captive portal or a cut connection makes of it is said, and the store stays as it was. */
import { describe, expect, test } from 'vitest'
import type { Door } from '../../src/client.ts'
import type { Source } from '../../src/store/ask.ts'
import { catalogueIn } from '../../src/store/catalogue.ts'
import { contentOf, FIRST, openPaper } from './paper.ts'

const SPOILT: readonly (readonly [string, (door: Door) => Source, RegExp])[] = [
  [
    'an export that was cut in a line',
    (door) => spoilExport(door, (text) => text.slice(0, -100)),
    /expected a document a line in the lake’s export/u,
  ],
  [
    'an export that was cut between two lines',
    (door) => spoilExport(door, (text) => `${text.trimEnd().split('\n').slice(0, -3).join('\n')}\n`),
    /expected \d+ \w+ as the lake counts them, found/u,
  ],
  [
    'a portal’s page for an export',
    (door) => spoilExport(door, () => '<!doctype html><p>请先登录'),
    /expected a document a line in the lake’s export, found “<!doctype/u,
  ],
  ['an empty export', (door) => spoilExport(door, () => ''), /expected \d+ \w+ as the lake counts them, found 0/u],
  [
    'an export that reports an error',
    (door) => spoilExport(door, (text) => `${text}{"error":{"description":"timeout"},"statusCode":500}\n`),
    /found “\{"error"/u,
  ],
  ['no counts', (door) => spoil(door, /count\(/u, () => undefined), /expected .+, found nothing .*in the answer to/u],
]

const SPOILT_LATER: typeof SPOILT = [
  ...SPOILT.slice(-1),
  ['no heads', (door) => spoil(door, /_rev/u, () => undefined), /expected an array of objects, found nothing/u],
  [
    'an empty list of heads',
    (door) => spoil(door, /_rev/u, () => []),
    /expected \d+ \w+ as the lake counts them, found 0/u,
  ],
  [
    'half the heads',
    (door) => spoil(door, /_rev/u, (all) => all.slice(0, all.length / 2)),
    /expected \d+ \w+ as the lake counts them, found/u,
  ],
  [
    'heads out of order',
    (door) => spoil(door, /_rev/u, (all) => all.toReversed()),
    /the server does not order or filter/u,
  ],
  [
    'heads that are no heads',
    (door) => spoil(door, /_rev/u, (all) => all.map(() => ({ _id: 'z' }))),
    /expected _id, _rev and _updatedAt as strings/u,
  ],
  ['no documents', (door) => spoil(door, /\$ids/u, () => undefined), /expected an array of objects, found nothing/u],
  [
    'other documents',
    (door) => spoil(door, /\$ids/u, () => [{ _id: 'article-other', _type: 'article' }]),
    /expected one of the documents asked for, found article-other/u,
  ],
]

describe('a bad answer', () => {
  test.each(SPOILT)('leaves an empty store empty: %s', async (_name, spoilt, says) => {
    const { door, store } = await openPaper()
    await expect(store.sync(spoilt(door))).rejects.toThrow(says)
    expect((await store.sync(door)).whole).toBe(true)
    expect(catalogueIn(store.db).now().count('all', '')).toBe(12)
  })

  test.each(SPOILT_LATER)('changes nothing in a store that is whole: %s', async (_name, spoilt, says) => {
    const { door, store } = await openPaper()
    await store.sync(door)
    await door.client.patch(FIRST).set({ title: '新' }).commit()
    const before = contentOf(store)
    await expect(store.sync(spoilt(door))).rejects.toThrow(says)
    expect(contentOf(store)).toEqual(before)
  })
})

function spoil(door: Door, query: RegExp, change: (all: unknown[]) => unknown): Source {
  return {
    ...door,
    ask: async (asked, params) => {
      const answer = await door.ask(asked, params)
      return query.test(asked) ? change(Array.isArray(answer) ? answer : []) : answer
    },
  }
}

function spoilExport(door: Door, change: (text: string) => string): Source {
  return {
    ...door,
    export: async (types) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of await door.export(types)) chunks.push(chunk)
      return piecesOf(Buffer.from(change(Buffer.concat(chunks).toString())))
    },
  }
}

/** In pieces that end in the middle of letters. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997)
}
