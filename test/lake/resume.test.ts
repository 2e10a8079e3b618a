import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Lake, openLake } from '../../src/lake/lake.ts'
import { type ServedLake, serveLake } from '../../src/lake/serve.ts'
import { TOKEN, configure, connect, connectOverPort } from './connect.ts'
import { startChild } from './crash.ts'
import { freePort } from './free-port.ts'
import { hear, quiet } from './hear.ts'
import { Mutator } from './mutator.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lake-resume-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** A served lake that can be closed and opened again at the same address. */
async function restartable(): Promise<{ url: string; start: () => Promise<void>; stop: () => Promise<void> }> {
  const [file, port] = [join(folder(), 'lake.db'), await freePort()]
  const state: { lake?: Lake; served?: ServedLake } = {}
  const start = async (): Promise<void> => {
    state.lake = openLake({ file })
    state.served = await serveLake(state.lake, { port, token: TOKEN })
  }
  const stop = async (): Promise<void> => {
    await state.served?.close()
    state.lake?.close()
  }
  onTestFinished(stop)
  await start()
  return { url: `http://localhost:${port}`, start, stop }
}

describe('two listeners', () => {
  test('arrive at the same document as the lake over 200 interleaved patches', async () => {
    const { raw } = await connectOverPort()
    const other = raw.withConfig({ requestTagPrefix: 'other' })
    await raw.create({ _id: 'a', _type: 'article', n: 0, left: '', right: '', rows: [] })
    const heard = await Promise.all([raw, other].map((client) => hear(client, '*[_id == "a"]', {}, { resume: true })))
    const start = await raw.getDocument('a')
    const edit = (client: typeof raw, side: string, n: number): Promise<unknown> =>
      client
        .patch('a')
        .inc({ n: 1 })
        .set({ [side]: `${side}${'字'.repeat(n % 7)}${n}` })
        .append('rows', [{ _key: `${side}${n}`, n }])
        .commit()
    await Promise.all(Array.from({ length: 100 }, (_, n) => [edit(raw, 'left', n), edit(other, 'right', n)]).flat())
    const lakes = await raw.getDocument('a')
    expect(lakes?.['n']).toBe(200)
    for (const { count } of heard) {
      const mutator = new Mutator()
      mutator.document = { ...start }
      for (const event of await count(200)) {
        expect(event.previousRev).toBe(mutator.document?.['_rev'])
        mutator.apply(event)
      }
      expect(mutator.document).toEqual(lakes)
    }
  })
})

describe('a listener that comes back', () => {
  test('after a restart is told everything that it missed, in order, and loses nothing acknowledged', async () => {
    const { url, start, stop } = await restartable()
    const raw = configure({ apiHost: url, useProjectHostname: false, perspective: 'raw' })
    const heard = await hear(raw, '*', {}, { resume: true })
    await raw.create({ _id: 'a', _type: 'article', n: 0 })
    await heard.count(1)
    await stop()
    await start()
    // The client waits before it comes back: all of this happens without it.
    for (let n = 1; n <= 20; n += 1) await raw.patch('a').inc({ n: 1 }).commit()
    await heard.saw('welcomeback')
    await raw.patch('a').set({ last: true }).commit()
    const mutator = new Mutator()
    for (const event of await heard.count(22)) {
      expect(event.previousRev).toBe(mutator.document?.['_rev'])
      mutator.apply(event)
    }
    expect(mutator.document).toEqual(await raw.getDocument('a'))
    expect(heard.events.map(({ type }) => type).filter((type) => type !== 'mutation')).toEqual([
      'welcome',
      'reconnect',
      'welcomeback',
    ])
  })

  test('after kill -9 too', async () => {
    const file = join(folder(), 'lake.db')
    const port = String(await freePort())
    const first = await startChild(file, port)
    const raw = configure({ apiHost: first.url, useProjectHostname: false, perspective: 'raw' })
    const heard = await hear(raw, '*', {}, { resume: true })
    await raw.create({ _id: 'a', _type: 'article', n: 0 })
    await heard.count(1)
    first.child.kill('SIGKILL')
    const second = await startChild(file, port)
    onTestFinished(() => void second.child.kill('SIGKILL'))
    await raw.patch('a').inc({ n: 1 }).commit()
    const [, missed] = await heard.count(2)
    expect(missed).toMatchObject({ transition: 'update', documentId: 'a' })
  })

  test.each([
    ['to a lake that never knew its last event', 'none#a', 'reset'],
    ['to a lake that knows it', undefined, 'welcomeback'],
  ])('%s is told so', async (_name, given, expected) => {
    const { ask, raw } = await connect()
    const { _rev } = await raw.create({ _id: 'a', _type: 'article' })
    const headers = { 'last-event-id': given ?? `${_rev}#` }
    const answer = await ask('/v1/data/listen/production?query=*&enableResume=true', { headers })
    expect(await firstOf(answer)).toContain(`event: ${expected}\n`)
  })

  test('in the middle of a transaction is told all of it again', async () => {
    const { ask, raw } = await connect()
    const { transactionId } = await raw
      .transaction()
      .create({ _id: 'a', _type: 'article' })
      .create({ _id: 'b', _type: 'article' })
      .commit({ returnDocuments: false })
    const headers = { 'last-event-id': `${transactionId}#a` }
    const text = await firstOf(await ask('/v1/data/listen/production?query=*&enableResume=true', { headers }), 3)
    expect(text).toContain(`id: ${transactionId}#b`)
    expect(text).toContain('"transactionTotalEvents":2')
  })
})

describe('a listener of one process', () => {
  test('hears what another process does to the same file', async () => {
    const file = join(folder(), 'lake.db')
    const [one, two] = [await connect({ file }), await connect({ file })]
    await one.raw.create({ _id: 'a', _type: 'article', n: 0 })
    const heard = await hear(one.raw, '*[n < 2]', {}, { includeResult: true, effectFormat: 'mendoza' })
    const told: unknown[] = []
    one.lake.subscribe(({ ids }) => told.push(...ids))
    await two.raw.patch('a').set({ n: 1 }).commit()
    await two.raw.patch('a').set({ n: 2 }).commit()
    await two.raw.delete('a')
    await two.raw.create({ _id: 'b', _type: 'article', n: 1 })
    const found = await heard.count(3)
    expect(found.map(({ documentId, transition }) => `${transition} ${documentId}`)).toEqual([
      'update a',
      'disappear a',
      'appear b',
    ])
    expect(found[0]).toMatchObject({ result: { n: 1 }, effects: { apply: expect.anything() } })
    expect(told).toEqual(['a', 'a', 'a', 'b'])
  })

  test('hears it before what its own process does next, though that fails', async () => {
    const file = join(folder(), 'lake.db')
    const [one, two] = [await connect({ file }), await connect({ file })]
    const heard = await hear(one.raw)
    await two.raw.create({ _id: 'a', _type: 'article' })
    await expect(one.raw.create({ _id: 'a', _type: 'article' })).rejects.toThrow('already exists')
    expect(heard.mutations.length).toBeLessThanOrEqual(1)
    await heard.count(1)
    await quiet()
    expect(heard.mutations).toHaveLength(1)
  })
})

/** The first events of a stream, which is then let go. */
async function firstOf(answer: Response, events = 1): Promise<string> {
  const reader = answer.body?.getReader()
  let text = ''
  // One more: the first is how long to wait before coming back.
  while (text.split('\n\n').length <= events + 1) {
    const read = await reader?.read()
    if (read?.done !== false) break
    text += Buffer.from(read.value).toString('utf8')
  }
  await reader?.cancel()
  return text
}
