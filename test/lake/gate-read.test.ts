/** Who may read over the port, and what a browser is told when it asks first. */
import { describe, expect, test } from 'vitest'
import { askRaw } from './ask-raw.ts'
import {
  type Line,
  COOKIE,
  FOREIGN,
  HOST,
  LISTEN,
  MUTATE,
  OPENED,
  OWN,
  PICTURE,
  QUERY,
  SAME,
  STUDIO,
  port,
} from './door.ts'

const READS: readonly Line[] = [
  ['a program', 200, {}],
  ['our own page', 200, SAME],
  ['our own page, with its origin', 200, { ...SAME, origin: OWN }],
  ['a typed address', 200, { ...OPENED, 'sec-fetch-site': 'none' }],
  ['the allowed Studio', 200, { origin: STUDIO, 'sec-fetch-site': 'cross-site' }],
  ['a foreign page', 403, FOREIGN],
  ['a foreign page with the cookie', 403, { ...FOREIGN, ...COOKIE }],
  ['a foreign page by a script tag', 403, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', ...COOKIE }],
  ['a foreign page by a frame', 403, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', ...COOKIE }],
  ['a foreign page by a link', 403, { 'sec-fetch-site': 'cross-site', ...OPENED, ...COOKIE }],
  ['a page of another port', 403, { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', ...COOKIE }],
  ['a sandboxed page', 403, { origin: 'null' }],
  ['a rebound name', 421, { host: `evil.example:${port}` }],
]

describe('reading is open to', () => {
  test.each([...READS])('%s: %i', async (_name, status, headers) => {
    const answer = await askRaw(port, 'GET', QUERY, { host: HOST, ...headers })
    expect(answer.status).toBe(status)
    expect(answer.body.includes('kept')).toBe(status === 200)
    expect(answer.headers['access-control-allow-origin']).toBe(status === 200 ? headers['origin'] : undefined)
    const listening = await askRaw(port, 'GET', LISTEN, { host: HOST, ...headers })
    const told = 'origin' in headers || 'sec-fetch-site' in headers
    expect(listening.status).toBe(status === 200 && told ? 307 : status)
  })

  test.each([
    ['a picture beside the lake', 404, { 'sec-fetch-site': 'same-site' }],
    ['a picture in an allowed Studio', 404, { 'sec-fetch-site': 'cross-site' }],
    ['a picture read by a foreign script', 403, FOREIGN],
  ])('%s: %i', async (_name, status, headers) => {
    expect((await askRaw(port, 'GET', PICTURE, { host: HOST, ...headers })).status).toBe(status)
  })
})

describe('asking first (CORS)', () => {
  test.each([
    [STUDIO, 204],
    [OWN, 204],
    ['https://evil.example', 403],
    ['null', 403],
  ])('from %s is answered with %i', async (origin, status) => {
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    const { headers, ...answer } = await askRaw(port, 'OPTIONS', MUTATE, { host: HOST, origin, ...asked })
    expect(answer.status).toBe(status)
    expect(headers['access-control-allow-origin']).toBe(status === 204 ? origin : undefined)
    expect(headers['access-control-allow-credentials']).toBe(status === 204 ? 'true' : undefined)
    expect(headers['access-control-allow-headers']).toBe(status === 204 ? 'authorization' : undefined)
  })
})
