/**
 * Who gets through the port: every line is a request that a page, a program or an editor's browser could send.
 * After each line that is refused the lake is looked at from inside: nothing was changed.
 */
import { describe, expect, test } from 'vitest'
import { askRaw } from './ask-raw.ts'
import {
  type Line,
  ACTION,
  COOKIE,
  FOREIGN,
  HOST,
  JSON_TYPE,
  MUTATE,
  OWN,
  SAME,
  STUDIO,
  TOKEN,
  UPLOAD,
  inside,
  kept,
  port,
} from './door.ts'

const CHANGES: readonly (readonly [path: string, body: string])[] = [
  [MUTATE, '{"mutations":[{"create":{"_type":"article"}},{"delete":{"query":"*[_id == \\"kept\\"]"}}]}'],
  [
    ACTION,
    '{"actions":[{"actionType":"sanity.action.document.delete","publishedId":"kept","includeDrafts":[]},' +
      '{"actionType":"sanity.action.document.create","publishedId":"b","attributes":{"_id":"drafts.b","_type":"x"}}]}',
  ],
  [UPLOAD, 'text'],
]

const REFUSED: readonly Line[] = [
  ['a program without a token', 401, JSON_TYPE],
  ['a wrong token', 401, { ...JSON_TYPE, authorization: 'Bearer wrong' }],
  ['the token without "Bearer"', 401, { ...JSON_TYPE, authorization: 's3cret' }],
  ['the token as Basic', 401, { ...JSON_TYPE, authorization: `Basic ${btoa('a:s3cret')}` }],
  ['an empty token', 401, { ...JSON_TYPE, authorization: 'Bearer ' }],
  ['the token in a cookie', 401, { ...JSON_TYPE, cookie: `zebian-${port}=s3cret`, origin: OWN }],
  [
    'the cookie of another port',
    401,
    { ...JSON_TYPE, cookie: COOKIE.cookie.replace(/^[^=]+/, 'zebian-1'), origin: OWN },
  ],
  ['a cookie cut short', 401, { ...JSON_TYPE, cookie: COOKIE.cookie.slice(0, -1), origin: OWN }],
  ['our own page without a cookie', 401, { ...JSON_TYPE, ...SAME, origin: OWN }],
  ['a foreign page', 403, { ...JSON_TYPE, ...FOREIGN }],
  ['a foreign page with the cookie', 403, { ...JSON_TYPE, ...FOREIGN, ...COOKIE }],
  ['a foreign page with the token', 403, { ...JSON_TYPE, ...FOREIGN, ...TOKEN }],
  [
    'a foreign page that hides its origin, with the cookie',
    403,
    { ...JSON_TYPE, ...COOKIE, 'sec-fetch-site': 'cross-site' },
  ],
  [
    'a page of another port with the cookie',
    403,
    { ...JSON_TYPE, ...COOKIE, origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  ],
  ['a page of another port that hides its origin', 403, { ...JSON_TYPE, ...COOKIE, 'sec-fetch-site': 'same-site' }],
  ['a sandboxed page with the cookie', 403, { ...JSON_TYPE, ...COOKIE, origin: 'null' }],
  ['a sandboxed page with the token', 403, { ...JSON_TYPE, ...TOKEN, origin: 'null' }],
  ['an origin that ends like ours', 403, { ...JSON_TYPE, ...COOKIE, origin: `http://evil-localhost:${port}` }],
  [
    'an origin that begins like ours',
    403,
    { ...JSON_TYPE, ...COOKIE, origin: `http://localhost:${port}.evil.example` },
  ],
  ['an origin that holds ours', 403, { ...JSON_TYPE, ...COOKIE, origin: `http://evil.example/${OWN}` }],
  ['our origin over https', 403, { ...JSON_TYPE, ...COOKIE, origin: `https://localhost:${port}` }],
  ['an origin like the allowed one', 403, { ...JSON_TYPE, ...COOKIE, origin: `${STUDIO}.evil.example` }],
  ['the allowed origin without its scheme', 403, { ...JSON_TYPE, ...COOKIE, origin: 'studio.example' }],
  ['the allowed origin over http', 403, { ...JSON_TYPE, ...COOKIE, origin: 'http://studio.example' }],
  ['an empty origin', 403, { ...JSON_TYPE, ...COOKIE, origin: '' }],
  ['the allowed origin without cookie or token', 401, { ...JSON_TYPE, origin: STUDIO }],
  ['the cookie without an origin', 403, { ...JSON_TYPE, ...COOKIE }],
  ['the cookie from a typed address', 403, { ...JSON_TYPE, ...COOKIE, 'sec-fetch-site': 'none' }],
  ['a rebound name', 421, { ...JSON_TYPE, ...TOKEN, host: `evil.example:${port}` }],
  [
    'a rebound name with the cookie',
    421,
    { ...JSON_TYPE, ...COOKIE, origin: `http://evil.example:${port}`, host: `evil.example:${port}` },
  ],
  ['a name that ends like ours', 421, { ...JSON_TYPE, ...TOKEN, host: `evil-localhost:${port}` }],
  ['a name that begins like ours', 421, { ...JSON_TYPE, ...TOKEN, host: `localhost.evil.example:${port}` }],
  ['our name with another port', 421, { ...JSON_TYPE, ...TOKEN, host: 'localhost:1' }],
  ['our name without a port', 421, { ...JSON_TYPE, ...TOKEN, host: 'localhost' }],
  ['an address that is not loopback', 421, { ...JSON_TYPE, ...TOKEN, host: `192.168.1.9:${port}` }],
  ['0.0.0.0', 421, { ...JSON_TYPE, ...TOKEN, host: `0.0.0.0:${port}` }],
  ['an address in disguise', 421, { ...JSON_TYPE, ...TOKEN, host: `127.0.0.1:${port}@evil.example` }],
  ['a name that is none', 421, { ...JSON_TYPE, ...TOKEN, host: '@' }],
]

const WRONG_TYPES: readonly Line[] = [
  ['the token, but a form', 415, { ...TOKEN, 'content-type': 'application/x-www-form-urlencoded' }],
  ['the token, but plain text', 415, { ...TOKEN, 'content-type': 'text/plain' }],
  ['the token, but parts', 415, { ...TOKEN, 'content-type': 'multipart/form-data; boundary=x' }],
  ['the token, but nothing said', 415, TOKEN],
  ['the cookie, but plain text', 415, { ...COOKIE, origin: OWN, 'content-type': 'text/plain;charset=UTF-8' }],
  [
    'the cookie, but text that names JSON',
    415,
    { ...COOKIE, origin: OWN, 'content-type': 'text/plain; application/json' },
  ],
]

const ALLOWED: readonly Line[] = [
  ['a program with the token', 200, { ...JSON_TYPE, ...TOKEN }],
  ['a program with the token at 127.0.0.1', 200, { ...JSON_TYPE, ...TOKEN, host: `127.0.0.1:${port}` }],
  ['a program with the token at [::1]', 200, { ...JSON_TYPE, ...TOKEN, host: `[::1]:${port}` }],
  ['a program with the token at zebian.localhost', 200, { ...JSON_TYPE, ...TOKEN, host: `zebian.localhost:${port}` }],
  ['a program with the token at a configured name', 200, { ...JSON_TYPE, ...TOKEN, host: 'lake.example' }],
  ['our own page with the cookie', 200, { ...JSON_TYPE, ...COOKIE, ...SAME, origin: OWN }],
  [
    'our own page at 127.0.0.1',
    200,
    { ...JSON_TYPE, ...COOKIE, origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` },
  ],
  ['our own page, told by the browser alone', 200, { ...JSON_TYPE, ...COOKIE, ...SAME }],
  ['our own page among other cookies', 200, { ...JSON_TYPE, cookie: `a=b; ${COOKIE.cookie}; c=d`, origin: OWN }],
  [
    'the allowed Studio with the cookie',
    200,
    { ...JSON_TYPE, ...COOKIE, origin: STUDIO, 'sec-fetch-site': 'cross-site' },
  ],
  [
    'the allowed Studio with the token',
    200,
    { ...JSON_TYPE, ...TOKEN, origin: STUDIO, 'sec-fetch-site': 'cross-site' },
  ],
  ['JSON with a charset', 200, { ...TOKEN, 'content-type': 'application/json; charset=utf-8' }],
]

describe('a change is refused, and nothing happens, from', () => {
  test.each([...REFUSED])('%s: %i', async (_name, status, headers) => {
    for (const [path, body] of CHANGES) {
      const answer = await askRaw(port, 'POST', path, { host: HOST, ...headers }, body)
      expect([path, answer.status]).toEqual([path, status])
      expect(answer.headers['access-control-allow-origin'] ?? '').not.toContain('evil')
    }
    expect(await kept()).toEqual(['kept'])
  })

  test.each([...WRONG_TYPES])('%s: %i', async (_name, status, headers) => {
    for (const [path, body] of CHANGES.slice(0, 2))
      expect((await askRaw(port, 'POST', path, { host: HOST, ...headers }, body)).status).toBe(status)
    expect(await kept()).toEqual(['kept'])
  })

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'an upload by cookie as %s',
    async (type) => {
      const headers = { host: HOST, ...COOKIE, origin: OWN, 'content-type': type }
      expect((await askRaw(port, 'POST', UPLOAD, headers, 'text')).status).toBe(415)
      expect(await kept()).toEqual(['kept'])
    },
  )
})

describe('a change is made by', () => {
  test.each([...ALLOWED])('%s: %i', async (_name, status, headers) => {
    const body = '{"mutations":[{"createOrReplace":{"_id":"new","_type":"article"}}]}'
    expect((await askRaw(port, 'POST', MUTATE, { host: HOST, ...headers }, body)).status).toBe(status)
    expect(await kept()).toEqual(['kept', 'new'])
    await inside.delete('new')
  })

  test('an upload of a text file from our own page', async () => {
    const headers = { host: HOST, ...COOKIE, origin: OWN, 'content-type': 'text/plain' }
    const { status, body } = await askRaw(port, 'POST', UPLOAD, headers, 'text')
    expect(status).toBe(200)
    await inside.delete(JSON.parse(body).document._id)
  })
})
