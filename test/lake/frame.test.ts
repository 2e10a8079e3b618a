import { describe, expect, onTestFinished, test } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import { askRaw } from './ask-raw.ts'

const QUIET = [
  ['GET', '/users/me', { id: 'lake' }],
  ['GET', '/users/lake', { id: 'lake' }],
  ['GET', '/users/lake,other', [{ id: 'lake' }, { id: 'other' }]],
  ['GET', '/projects/zebian', { id: 'zebian' }],
  ['GET', '/projects', [{ id: 'zebian' }]],
  ['GET', '/projects/zebian/datasets', [{ name: 'production' }]],
  ['GET', '/projects/zebian/datasets/production/acl', [{ filter: '_id in path("**")' }]],
  ['GET', '/projects/zebian/grants', {}],
  ['GET', '/projects/zebian/user-applications', []],
  ['GET', '/projects/zebian/features/comments', false],
  ['GET', '/features', []],
  ['GET', '/ping', { pong: true }],
  ['GET', '/data/ping/production', { pong: true }],
  ['GET', '/intake/telemetry-status', { status: 'denied' }],
  ['POST', '/intake/batch', {}],
  ['GET', '/journey/trial', {}],
  ['GET', '/auth/id', { id: 'lake' }],
  ['GET', '/check/cors', { result: { allowed: true, withCredentials: true } }],
  ['GET', '/schedules/zebian/production', { schedules: [] }],
  ['POST', '/descriptors/claim', {}],
  ['GET', '/data/references/production/documents/a/to', { totalCount: 0 }],
] as const

async function serve() {
  const lake = openLake({ file: ':memory:' })
  const served = await serveLake(lake, { port: 0, token: 't' })
  onTestFinished(async () => {
    await served.close()
    lake.close()
  })
  return { port: Number(new URL(served.url).port) }
}

describe('what the frame of the Studio asks for is answered quietly', () => {
  test.each(QUIET)('%s %s', async (method, path, expected) => {
    const { port } = await serve()
    const headers = { host: `localhost:${port}`, authorization: 'Bearer t', 'content-type': 'application/json' }
    const { status, body } = await askRaw(port, method, `/v2025-02-19${path}`, headers, method === 'POST' ? '{}' : '')
    expect(status).toBe(200)
    expect({ answer: JSON.parse(body) }).toMatchObject({ answer: expected })
  })

  test('preferences are given back', async () => {
    const { port } = await serve()
    const headers = { host: `localhost:${port}`, authorization: 'Bearer t', 'content-type': 'application/json' }
    const path = '/v1/users/me/keyvalue'
    await askRaw(port, 'PUT', path, headers, '[{"key":"studio.sort","value":{"by":"title"}}]')
    const { body } = await askRaw(port, 'GET', `${path}/studio.sort,none`, headers)
    expect(JSON.parse(body)).toEqual([
      { key: 'studio.sort', value: { by: 'title' } },
      { key: 'none', value: null },
    ])
  })
})

describe('presence', () => {
  test('passes what one Studio says on to the others', async () => {
    const { port } = await serve()
    const [one, two] = await Promise.all([join(port), join(port)])
    expect(await two.ask('presence_subscribe', {})).toBe('p1')
    await one.ask('presence_rollcall', { session: 's1' })
    await one.ask('presence_announce', { data: { sessionId: 's1', locations: [{ documentId: '稿'.repeat(200) }] } })
    await one.ask('presence_disconnect', { session: 's1' })
    await expect
      .poll(() => two.told)
      .toEqual([
        { type: 'rollCall', i: 'lake', session: 's1' },
        { type: 'state', i: 'lake', m: { sessionId: 's1', locations: [{ documentId: '稿'.repeat(200) }] } },
        { type: 'disconnect', i: 'lake', m: { session: 's1' } },
      ])
    expect(one.told).toEqual([])
  })

  test.each([
    ['a foreign page', '/v1/socket/production', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['our own page without a cookie', '/v1/socket/production', { 'sec-fetch-site': 'same-origin' }],
    ['a rebound name', '/v1/socket/production', { host: 'evil.example' }],
    ['another path', '/v1/data/query/production', {}],
  ])('is closed to %s', async (_name, path, headers) => {
    const { port } = await serve()
    const upgrade = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'x',
      'sec-websocket-version': '13',
    }
    const { status } = await askRaw(port, 'GET', path, { host: `localhost:${port}`, ...upgrade, ...headers })
    expect(status).toBe(403)
  })
})

/** A program's socket: what Node has built in sends no Origin, like any program of this machine. */
async function join(port: number) {
  const socket = new WebSocket(`ws://localhost:${port}/v2022-06-30/socket/production?tag=sanity.studio`)
  onTestFinished(() => socket.close())
  const told: unknown[] = []
  const answers = new Map<string, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data))
    if (message.method === 'presence_subscription') told.push(message.params.result)
    else answers.get(message.id)?.(message.result)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve) => {
      const id = `${method}-${answers.size}`
      answers.set(id, resolve)
      socket.send(JSON.stringify({ jsonrpc: '2.0', method, params, id }))
    })
  return { told, ask }
}
