/** The Studio's way to a lake that goes away and comes back: each change is taken once, each event is told whole. */
import { createClient } from '@sanity/client'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { steadyChanges, type Ask } from '../../../sanity/studio/lake/changes.ts'
import { steadyStreams } from '../../../sanity/studio/lake/stream.ts'
import { openLake, type Lake } from '../../../src/lake/lake.ts'

let lake: Lake
let held: number[]
let count = 0

beforeEach(() => {
  lake = openLake({ file: ':memory:' })
  held = []
  count = 0
})
afterEach(() => lake.close())

const hold = (): (() => void) => {
  held.push((count += 1))
  return () => held.push((count -= 1))
}
const inside: Ask = (input, init) => lake.fetch(new Request(input, init))
const clientOver = (ask: Ask) =>
  createClient({
    projectId: 'zebian',
    dataset: 'production',
    apiHost: 'http://lake.localhost',
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    token: 'x',
    resolveFetch: () => ask,
  })

const words = async (): Promise<unknown> => (await clientOver(inside).getDocument('drafts.a'))?.['words']
const refuse: Ask = () => Promise.reject(new TypeError('Failed to fetch'))

type Fault = 'none' | 'refused' | 'answer lost' | 'bad gateway'

/** The faults happen to the next requests, one each; then all is well. */
function faulty(faults: readonly Fault[]): Ask {
  const left = [...faults]
  return async (input, init) => {
    const fault = left.shift() ?? 'none'
    if (fault === 'refused') throw new TypeError('Failed to fetch')
    const answer = await inside(input, init)
    if (fault === 'answer lost') throw new TypeError('network error')
    return fault === 'bad gateway' ? new Response('', { status: 502 }) : answer
  }
}

describe('a change', () => {
  const append = { insert: { after: 'words[-1]', items: ['水'] } }
  const write = (ask: Ask, transactionId = 't1') =>
    clientOver(ask).action(
      { actionType: 'sanity.action.document.edit', draftId: 'drafts.a', publishedId: 'a', patch: append },
      { transactionId },
    )
  beforeEach(() => clientOver(inside).create({ _id: 'drafts.a', _type: 'article', words: [] }))

  it.each<[string, Fault[]]>([
    ['is refused the connection', ['refused', 'refused']],
    ['is taken and its answer lost', ['answer lost']],
    ['is taken behind a proxy that lost its server', ['bad gateway', 'refused']],
  ])('that %s is taken once, and acknowledged', async (_, faults) => {
    expect(await write(steadyChanges(faulty(faults), hold))).toEqual(expect.objectContaining({ transactionId: 't1' }))
    expect(await words()).toEqual(['水'])
    expect(held).toEqual([1, 0])
  })

  it('is taken twice when its sender names it anew, as the Studio alone would do', async () => {
    await expect(write(faulty(['answer lost']))).rejects.toThrow('network error')
    await write(inside, 't2')
    expect(await words()).toEqual(['水', '水'])
  })

  it('that the lake refuses is refused at once', async () => {
    await clientOver(inside).transaction().transactionId('t1').createOrReplace({ _id: 'b', _type: 'article' }).commit()
    await expect(write(steadyChanges(inside, hold))).rejects.toThrow('already exists')
    expect(held).toEqual([])
  })

  it('is given up when its sender gives up', async () => {
    const stop = new AbortController()
    const sent = steadyChanges(refuse, hold)('http://lake.localhost/v1/data/mutate/production', {
      method: 'POST',
      body: '{"transactionId":"t1"}',
      signal: stop.signal,
    })
    await expect.poll(() => held).toEqual([1])
    stop.abort()
    await expect(sent).rejects.toThrow('Failed to fetch')
    expect(held).toEqual([1, 0])
  })
})

describe("a listener's stream", () => {
  const TYPE = { 'content-type': 'text/event-stream; charset=utf-8' }
  const URL_OF = 'http://lake.localhost/v1/data/listen/production?query=*&enableResume=true'

  /** Each connection tells its pieces and breaks; what was asked for is remembered. */
  function connections(pieces: readonly (readonly string[])[]): { ask: Ask; since: (string | null)[] } {
    const since: (string | null)[] = []
    const ask: Ask = (_, init) => {
      const told = pieces[since.length]
      since.push(new Headers(init?.headers).get('last-event-id'))
      if (told === undefined) return refuse('')
      const left = [...told]
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          const next = left.shift()
          if (next === undefined) controller.error(new TypeError('network error'))
          else controller.enqueue(Buffer.from(next))
        },
      })
      return Promise.resolve(new Response(body, { headers: TYPE }))
    }
    return { ask, since }
  }

  async function read(ask: Ask): Promise<{ told: string; error: unknown }> {
    let told = ''
    try {
      const decoder = new TextDecoder()
      const body = (await steadyStreams(ask, 50)(URL_OF)).body ?? []
      for await (const bytes of body) told += decoder.decode(bytes, { stream: true })
      return { told, error: undefined }
    } catch (error) {
      return { told, error }
    }
  }

  it('takes up after the last whole event, and ends when nobody comes back', async () => {
    const { ask, since } = connections([
      ['event: welcome\nid: t1#\ndata: {}\n\n', 'event: mutation\nid: t2#a\ndata: {"te'],
      ['event: welcomeback\ndata: {}\n\n', 'event: mutation\nid: t2#a\ndata: {"text":"水"}\n\n'],
    ])
    const { told, error } = await read(ask)
    expect(told).toBe(
      'event: welcome\nid: t1#\ndata: {}\n\nevent: welcomeback\ndata: {}\n\nevent: mutation\nid: t2#a\ndata: {"text":"水"}\n\n',
    )
    expect(since.slice(0, 3)).toEqual([null, 't1#', 't2#a'])
    expect(String(error)).toContain('still away')
  })

  it('is whole however it is cut', async () => {
    const whole = Array.from({ length: 6 }, (_, n) => `event: mutation\nid: t${n}#a\ndata: {"n":${n},"字":"渠"}\n\n`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.join('').length), { maxLength: 4 }), async (cuts) => {
        // As the lake resumes: each connection begins with the event after the last one that was handed on whole.
        let next = 0
        const asked: Ask = (_, init) => {
          const after = new Headers(init?.headers).get('last-event-id')
          const from = after === null ? 0 : Number(/\d+/u.exec(after)?.[0]) + 1
          const text = whole.slice(from).join('')
          const cut = cuts[next]
          next += 1
          if (next > cuts.length + 1) return refuse('')
          return connections([[text.slice(0, cut ?? text.length)]]).ask('')
        }
        expect((await read(asked)).told).toBe(whole.join(''))
      }),
      { numRuns: 25 },
    )
  })

  it('leaves everything else as it is', async () => {
    const answer = new Response('{}', { headers: { 'content-type': 'application/json' } })
    expect(await steadyStreams(() => Promise.resolve(answer))(URL_OF)).toBe(answer)
  })
})
