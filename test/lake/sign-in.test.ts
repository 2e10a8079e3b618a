import { createConnection } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'
import type { ServeOptions } from '../../src/lake/port/respond.ts'
import { askRaw } from './ask-raw.ts'

const LISTEN = '/v2025-02-19/data/listen/production?query=*%5B_id+in+%24ids%5D&%24ids=%5B%22a%22%5D'

async function serve(options: Partial<ServeOptions> = {}) {
  const lake = openLake({ file: ':memory:' })
  const served = await serveLake(lake, { port: 0, ...options })
  onTestFinished(async () => {
    await served.close()
    lake.close()
  })
  const port = Number(new URL(served.url).port)
  return { ...served, port, host: { host: `localhost:${port}` } }
}

describe('signing in', () => {
  test('by the address that is printed sets the cookie, and asks for a name once', async () => {
    const { signIn, port, host } = await serve({ studioPath: '/studio' })
    const { pathname, search } = new URL(signIn)
    const asked = await askRaw(port, 'GET', `${pathname}${search}`, host)
    expect([asked.status, asked.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(`${asked.headers['referrer-policy']} ${asked.body}`).toMatch(/^no-referrer [\s\S]*您是哪位编辑/u)
    const [cookie = ''] = asked.headers['set-cookie'] ?? []
    expect(cookie).toMatch(new RegExp(`^zebian-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=\\d+$`))
    const session = cookie.split(';')[0] ?? ''
    const given = await askRaw(port, 'GET', `/sign-in?name=${encodeURIComponent(' 韩岭 ')}`, {
      ...host,
      cookie: session,
    })
    expect([given.status, given.headers.location]).toEqual([303, '/studio'])
    const name = given.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect(name).toBe(`zebian-editor=${encodeURIComponent('韩岭')}`)
  })

  test.each(['?token=wrong', '?token=', ''])('by "/sign-in%s" sets none and says what to do', async (search) => {
    const { port, host } = await serve()
    const { status, headers, body } = await askRaw(port, 'GET', `/sign-in${search}`, host)
    expect([status, headers['set-cookie'], headers['content-type']]).toEqual([
      401,
      undefined,
      'text/html; charset=utf-8',
    ])
    expect([body.includes('npm start'), body.includes('这个令牌不对')]).toEqual([true, search === '?token=wrong'])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('is what the Studio is told to do while nobody has', async () => {
    const { port, host } = await serve()
    const browser = { ...host, 'sec-fetch-site': 'same-origin' }
    const { status, body } = await askRaw(port, 'GET', '/v1/users/me', browser)
    expect([status, JSON.parse(body).errorCode]).toEqual([401, 'SIO-401-ANF'])
    expect(JSON.parse((await askRaw(port, 'GET', '/v1/auth/providers', browser)).body).providers).toHaveLength(1)
  })

  test('has a token of its own each time, unless one is given', async () => {
    const [one, two, three] = [await serve(), await serve(), await serve({ token: 'mine' })]
    expect(one.token).toMatch(/^[\w-]{32}$/)
    expect(one.token).not.toBe(two.token)
    expect([three.token, new URL(three.signIn).search]).toEqual(['mine', '?token=mine'])
  })

  test('is by the lake’s own token when that has one', async () => {
    const lake = openLake({ file: ':memory:', token: 'of the lake' })
    const served = await serveLake(lake, { port: 0 })
    expect(served.token).toBe('of the lake')
    await served.close()
    lake.close()
  })

  test('takes an empty token for none', async () => {
    expect((await serve({ token: '' })).token).toMatch(/^[\w-]{32}$/)
  })

  test('prints no token, cookie or ticket', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
    const { port, host, token } = await serve()
    for (const path of [`/sign-in?token=${token}`, '/v1/none', `${LISTEN}&ticket=x`, '/v1/data/query/x?query=*'])
      await askRaw(port, 'GET', path, { ...host, authorization: `Bearer ${token}` })
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

describe('a lake for others to reach', () => {
  test('is not served without a token', async () => {
    const lake = openLake({ file: ':memory:' })
    onTestFinished(() => lake.close())
    for (const host of ['0.0.0.0', '::', '192.168.1.9', 'lake.example'])
      await expect(serveLake(lake, { port: 0, host })).rejects.toThrow(`Expected a token for a lake on ${host}`)
    await expect(serveLake(lake, { port: 0, host: '0.0.0.0', token: '' })).rejects.toThrow('Expected a token')
  })

  test('lets nobody read without it', async () => {
    const { port } = await serve({ host: '0.0.0.0', token: 's3cret', hosts: ['lake.example'] })
    const host = { host: 'lake.example' }
    const query = '/v1/data/query/production?query=*'
    expect((await askRaw(port, 'GET', query, host)).status).toBe(401)
    expect((await askRaw(port, 'GET', LISTEN, host)).status).toBe(401)
    expect((await askRaw(port, 'GET', '/v1/data/export/production', host)).status).toBe(401)
    expect((await askRaw(port, 'GET', query, { ...host, authorization: 'Bearer s3cret' })).status).toBe(200)
  })

  test('is found at loopback only, unless told otherwise', async () => {
    const { port } = await serve()
    const { networkInterfaces } = await import('node:os')
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one?.internal === false && one.family === 'IPv4')
    for (const one of outside) expect(await canConnect(port, one?.address ?? '')).toBe(false)
    expect(await canConnect(port, '127.0.0.1')).toBe(true)
  })
})

describe('a stream for a browser', () => {
  test('is sent to a port of its own, with a ticket that works once and there only', async () => {
    const { port, host } = await serve()
    const first = await askRaw(port, 'GET', LISTEN, { ...host, 'sec-fetch-site': 'same-origin' })
    const target = new URL(first.headers.location ?? '')
    const [path, sibling] = [`${target.pathname}${target.search}`, Number(target.port)]
    expect([first.status, target.hostname, sibling === port]).toEqual([307, 'localhost', false])
    const there = { host: target.host }
    expect((await askRaw(sibling, 'GET', LISTEN, { ...there, origin: 'null' })).status).toBe(403)
    expect((await askRaw(sibling, 'GET', `${path}x`, { ...there, origin: 'null' })).status).toBe(403)
    const asked = { ...there, origin: 'null', 'access-control-request-method': 'GET' }
    expect((await askRaw(sibling, 'OPTIONS', path, asked)).status).toBe(204)
    const { status, headers, body } = await askRaw(sibling, 'GET', path, { ...there, origin: 'null' })
    expect([status, headers['access-control-allow-origin'], headers['content-type']]).toEqual([
      200,
      'null',
      'text/event-stream; charset=utf-8',
    ])
    expect(body).toContain('retry: 500')
    expect((await askRaw(sibling, 'GET', path, { ...there, origin: 'null' })).status).toBe(403)
    expect((await askRaw(sibling, 'GET', '/v1/data/query/production?query=*', there)).status).toBe(404)
  })

  test('expires', async () => {
    const { port, host } = await serve()
    const { headers } = await askRaw(port, 'GET', LISTEN, { ...host, 'sec-fetch-site': 'same-origin' })
    const target = new URL(headers.location ?? '')
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000)
    const path = `${target.pathname}${target.search}`
    expect((await askRaw(Number(target.port), 'GET', path, { host: target.host, origin: 'null' })).status).toBe(403)
    vi.restoreAllMocks()
  })

  test('does not crowd: forty streams are spread so that no port gets more than six', async () => {
    const { port, host } = await serve()
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => askRaw(port, 'GET', LISTEN, { ...host, 'sec-fetch-site': 'same-origin' })),
    )
    const counts = new Map<string, number>()
    for (const { headers } of answers) {
      const { port: sibling } = new URL(headers.location ?? '')
      counts.set(sibling, (counts.get(sibling) ?? 0) + 1)
    }
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(6)
  })

  test('is not sent on for a program', async () => {
    const { port, host } = await serve()
    expect((await askRaw(port, 'GET', LISTEN, host)).status).toBe(200)
  })
})

describe('the fallback', () => {
  test('answers what is not the lake’s, also to a page that links to it, but not to its scripts', async () => {
    const { port, host } = await serve({ fallback: page })
    expect((await askRaw(port, 'GET', '/structure/article', host)).body).toBe('page /structure/article')
    const link = { ...host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await askRaw(port, 'GET', '/', link)).status).toBe(200)
    expect((await askRaw(port, 'GET', '/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect(JSON.parse((await askRaw(port, 'GET', '/v1/ping', host)).body)).toEqual({ pong: true })
  })

  test('may leave a path to the lake', async () => {
    const { port, host } = await serve({ fallback: () => undefined })
    expect((await askRaw(port, 'GET', '/none', host)).status).toBe(404)
  })
})

async function page(request: Request): Promise<Response> {
  return new Response(`page ${new URL(request.url).pathname}`)
}

function canConnect(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host, timeout: 1_000 })
    const done = (is: boolean) => () => {
      socket.destroy()
      resolve(is)
    }
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false))
  })
}
