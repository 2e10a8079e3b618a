/** Hooks: whose are taken, what is on disk before they are answered, and what becomes of everything else. */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { encodeSignatureHeader, isValidSignature } from '@sanity/webhook'
import { assert, asyncProperty, boolean, integer, nat, property, record, string, stringMatching } from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { announcedIn } from '../../src/publish/receive/queue.ts'
import {
  formatSignature,
  judgeSignature,
  parseSignature,
  sign,
  SIGNATURE_HEADER,
  WINDOW,
} from '../../src/publish/receive/signature.ts'
import { hookOf, OLD_SECRET, openDoorway, SECRET } from './hooks.ts'

const HOOK = hookOf('article-a', 'r2')
const header = (value: string): Record<string, string> => ({ [SIGNATURE_HEADER]: value })
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

describe('a signature', () => {
  it('is read and written as one text', () => {
    const signatures = record({
      at: integer({ min: 0, max: 9_999_999_999_999 }),
      code: stringMatching(/^[A-Za-z0-9_-]{43}$/u),
    })
    assert(
      property(signatures, (one) => {
        expect(parseSignature(formatSignature(one))).toEqual(one)
      }),
    )
  })

  it('of ours is good for Sanity’s own toolkit, and one of the toolkit’s is good for us', async () => {
    const now = Date.now()
    await assert(
      asyncProperty(string({ minLength: 1 }), async (text) => {
        const body = text.toWellFormed()
        expect(await isValidSignature(body, sign(SECRET, now, bytesOf(body)), SECRET)).toBe(true)
        const theirs = await encodeSignatureHeader(body, now, SECRET)
        expect(judgeSignature(theirs, bytesOf(body), { secrets: [SECRET], now })).toBe(undefined)
      }),
      { numRuns: 100 },
    )
  })

  it('with any one letter changed, in header or body, is nobody’s', () => {
    const now = Date.now()
    const good = sign(SECRET, now, bytesOf(HOOK))
    const flips = record({ at: nat(), bit: integer({ min: 0, max: 6 }), inBody: boolean() })
    assert(
      property(flips, ({ at, bit, inBody }) => {
        const [head, body] = [Buffer.from(good), Buffer.from(HOOK)]
        const spoilt = inBody ? body : head
        spoilt[at % spoilt.length] = (spoilt[at % spoilt.length] ?? 0) ^ (1 << bit)
        const judged = judgeSignature(head.toString('latin1'), body, { secrets: [SECRET], now })
        expect(judged).not.toBe(undefined)
      }),
      { numRuns: 3_000 },
    )
  })

  it.each([
    [
      'of bytes that are not UTF-8, taken for other such bytes',
      Buffer.from([0x7b, 0xff, 0x7d]),
      Buffer.from([0x7b, 0xfe, 0x7d]),
    ],
  ])('%s is refused', (_, signed, sent) => {
    const now = Date.now()
    expect(judgeSignature(sign(SECRET, now, signed), sent, { secrets: [SECRET], now })).toBe('another secret')
    expect(judgeSignature(sign(SECRET, now, signed), signed, { secrets: [SECRET], now })).toBe(undefined)
  })
})

describe('the door', () => {
  it('queues a hook of ours before it answers, once', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    expect(await door.post(HOOK)).toEqual({ status: 202, say: 'queued' })
    expect(announcedIn(door.queue.waiting())).toEqual({
      'article-a': { revision: 'r2', at: '2026-11-28T02:00:00Z' },
    })
    expect(await door.post(HOOK)).toEqual({ status: 202, say: 'seen before' })
    expect(door.queue.waiting()).toHaveLength(1)
    expect(door.arrivals.count).toBe(2)
  })

  it('queues nothing for a draft, which stands on no page', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    expect(await door.post(hookOf('drafts.article-a', 'r2'))).toEqual({ status: 202, say: 'nothing to do' })
    expect(door.queue.waiting()).toEqual([])
  })

  it('knows a replay after the hook is done with', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    await door.post(HOOK)
    door.queue.done(door.queue.waiting().map(({ seq }) => seq))
    expect(await door.post(HOOK)).toEqual({ status: 202, say: 'seen before' })
    expect(door.queue.waiting()).toEqual([])
  })

  it('takes both secrets while one replaces the other, and no third', async () => {
    const door = await openDoorway({ secrets: [SECRET, OLD_SECRET] })
    const at = door.clock.now.getTime()
    const told = await Promise.all(
      [SECRET, OLD_SECRET, 'another'].map((secret) => door.post(HOOK, header(sign(secret, at, bytesOf(HOOK))))),
    )
    expect(told.map(({ status }) => status)).toEqual([202, 202, 401])
  })

  it('takes what was signed as long ago as its sender may still be trying, and nothing older or from the future', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    const now = door.clock.now.getTime()
    const ages = [
      -WINDOW.ahead - 1000,
      -WINDOW.ahead,
      30 * 60_000,
      WINDOW.past,
      WINDOW.past + 1000,
      now - 1_600_000_000_000,
    ]
    const told = []
    for (const age of ages) told.push((await door.post(HOOK, header(sign(SECRET, now - age, bytesOf(HOOK))))).status)
    expect(told).toEqual([401, 202, 202, 202, 401, 401])
  })

  it.each([
    ['no signature', HOOK, {}, 401],
    ['an empty signature', HOOK, header(''), 401],
    ['a signature of another form', HOOK, header('sha256=00'), 401],
    ['two signatures in one header', HOOK, header(`${sign(SECRET, Date.now(), bytesOf(HOOK))}, t=1,v1=aa`), 401],
    ['a body that is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), undefined, 400],
    ['a body that is not JSON', '{"_id":', undefined, 400],
    ['no body', '', undefined, 400],
    ['a list', '[]', undefined, 400],
    ['a body of 300,000 bytes', JSON.stringify({ _id: 'a', text: 'x'.repeat(300_000) }), undefined, 413],
    ['an object that is no document of ours', '{"ref":"main"}', undefined, 202],
    ['a name from the prototype', '{"__proto__":{"_id":"x"},"_id":"constructor","_rev":"r"}', undefined, 202],
  ])('answers %s', async (_, body, headers, status) => {
    const door = await openDoorway({ secrets: [SECRET] })
    expect((await door.post(body, headers)).status).toBe(status)
  })

  it('asks to try again when the hook cannot be put on disk, and never drops it', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    const full = {
      ...door.queue,
      add: () => {
        throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
      },
    }
    const before = door.queue.add
    Object.assign(door.queue, full)
    expect((await door.post(HOOK)).status).toBe(503)
    Object.assign(door.queue, { add: before })
    expect(await door.post(HOOK)).toEqual({ status: 202, say: 'queued' })
  })

  it('answers nobody but those who post', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    expect((await fetch(door.url)).status).toBe(405)
  })

  it('takes nothing while no secret is set', async () => {
    const door = await openDoorway({ secrets: [] })
    expect((await door.post(HOOK)).status).toBe(503)
  })

  it('answers others while a hundred senders never finish', async () => {
    const door = await openDoorway({ secrets: [SECRET] })
    const slow = Array.from({ length: 100 }, () => {
      const socket = connect(door.port, '127.0.0.1')
      socket.on('error', () => socket.destroy())
      socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n\r\n{')
      return socket
    })
    onTestFinished(() => slow.forEach((socket) => void socket.destroy()))
    await wait(50)
    expect((await door.post(HOOK)).status).toBe(202)
  })
})
