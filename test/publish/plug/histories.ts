/**
 * Histories of hooks, as a hostile network makes them: whatever comes in whatever order, the site ends as the lake is.
 *
 *   await tellHistories({ runs: 5_000 })   →  { histories: 5000, hooks: 61204, wrong: [] }
 *
 * Each history edits, withdraws and deletes three documents of its own, and sends what hooks it likes: late, twice, in any order, from
 * another history, forged, cut, too big, in another encoding. Then every good hook that was not sent is sent or lost, and the site is
 * compared with the lake after one reconcile at most.
 */
import { createServer } from 'node:http'
import { array, asyncProperty, assert, constantFrom, integer, nat, oneof, record, type Arbitrary } from 'fast-check'
import { receiver } from '../../../src/publish/receive/receive.ts'
import { sign, SIGNATURE_HEADER } from '../../../src/publish/receive/signature.ts'
import type { Newsroom } from '../newsroom.ts'

const SECRET = 'a-secret-of-the-histories'

interface Step {
  kind: 'edit' | 'withdraw' | 'delete' | 'send' | 'again' | 'forge' | 'cut' | 'huge' | 'latin' | 'old' | 'settle'
  document: number
  pick: number
}

const kinds: Arbitrary<Step['kind']> = oneof(
  { weight: 5, arbitrary: constantFrom<Step['kind'][]>('edit') },
  { weight: 5, arbitrary: constantFrom<Step['kind'][]>('send') },
  {
    weight: 5,
    arbitrary: constantFrom<Step['kind'][]>('withdraw', 'delete', 'again', 'forge', 'cut', 'latin', 'old', 'settle'),
  },
  { weight: 1, arbitrary: constantFrom<Step['kind'][]>('huge') },
)
const steps = array(record({ kind: kinds, document: integer({ min: 0, max: 2 }), pick: nat() }), {
  minLength: 1,
  maxLength: 14,
})

export interface Told {
  histories: number
  hooks: number
  /** How many hooks were answered with which status. */
  answers: Record<number, number>
}

interface TellOptions {
  runs: number
  /** Told now and then how far it has come. */
  say?: (line: string) => void
}

export async function tellHistories(room: Newsroom, { runs, say = () => {} }: TellOptions): Promise<Told> {
  const told: Told = { histories: 0, hooks: 0, answers: {} }
  const receive = receiver({
    secrets: [SECRET],
    queue: room.queue,
    now: () => new Date(),
    arrived: () => room.publisher.heard(),
  })
  const server = createServer(receive)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
  const post = async (body: Uint8Array<ArrayBuffer>, signature: string): Promise<void> => {
    const response = await fetch(url, { method: 'POST', body, headers: { [SIGNATURE_HEADER]: signature } })
    await response.arrayBuffer()
    told.hooks += 1
    told.answers[response.status] = (told.answers[response.status] ?? 0) + 1
  }
  const watch = room.watch(3_600_000)
  room.paper.put('always', '常在')
  try {
    await assert(
      asyncProperty(steps, async (history) => {
        told.histories += 1
        await tell(room, history, `h${told.histories}`, post)
        await watch.reconcile()
        await room.publisher.settled()
        const wrong = await room.differences()
        if (wrong.length > 0) throw new Error(`the site differs from the lake: ${wrong.join(', ')}`)
        for (const id of room.paper.sheets.keys()) if (id !== 'always') room.paper.sheets.delete(id)
        say(`${told.histories} of ${runs} histories, ${told.hooks} hooks`)
      }),
      { numRuns: runs, endOnFailure: true },
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
  return told
}

type Post = (body: Uint8Array<ArrayBuffer>, signature: string) => Promise<void>

async function tell(room: Newsroom, history: readonly Step[], name: string, post: Post): Promise<void> {
  const { paper } = room
  const unsent: Uint8Array<ArrayBuffer>[] = []
  const sent: [Uint8Array<ArrayBuffer>, string][] = []
  const note = (id: string): void => {
    const sheet = paper.sheets.get(id)
    const hook =
      sheet === undefined
        ? { _id: id, operation: 'delete', _updatedAt: new Date(paper.time()).toISOString() }
        : { _id: id, _rev: sheet.revision, _updatedAt: sheet.at, operation: 'update' }
    unsent.push(new Uint8Array(Buffer.from(JSON.stringify(hook))))
  }
  const send = async (body: Uint8Array<ArrayBuffer>): Promise<void> => {
    const signature = sign(SECRET, Date.now(), body)
    sent.push([body, signature])
    await post(body, signature)
  }
  for (const [index, { kind, document, pick }] of history.entries()) {
    const id = `${name}-${document}`
    const any = sent[pick % Math.max(1, sent.length)]
    const body = any?.[0] ?? new Uint8Array(Buffer.from(`{"_id":"${id}","_rev":"none"}`))
    if (kind === 'edit') paper.put(id, `${name} ${index}`)
    if (kind === 'withdraw' && paper.sheets.has(id)) paper.withdraw(id)
    if (kind === 'delete') paper.sheets.delete(id)
    if (kind === 'edit' || kind === 'withdraw' || kind === 'delete') note(id)
    if (kind === 'send') for (const one of unsent.splice(pick % Math.max(1, unsent.length), 1)) await send(one)
    if (kind === 'again' && any !== undefined) await post(...any)
    if (kind === 'forge') await post(body, sign('not-the-secret', Date.now(), body))
    if (kind === 'cut') await post(body.slice(0, -3), sign(SECRET, Date.now(), body))
    if (kind === 'old') await post(body, sign(SECRET, Date.now() - 3 * 3_600_000, body))
    if (kind === 'latin') await signed(new Uint8Array(Buffer.from(`{"_id":"\xe9${id}"}`, 'latin1')), post)
    if (kind === 'huge') await signed(new Uint8Array(300_000).fill(32), post)
    if (kind === 'settle') await room.publisher.settled()
  }
}

const signed = (body: Uint8Array<ArrayBuffer>, post: Post): Promise<void> => post(body, sign(SECRET, Date.now(), body))
