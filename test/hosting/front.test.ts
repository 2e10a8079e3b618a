/** docs/publishing/nginx.conf, by a real nginx, in front of the site's own server: what readers, hooks and monitoring get through it. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { serveSite, type Route } from '../../src/publish/site/serve.ts'
import { WANT, type PaperLake } from '../publish/paper.ts'
import { openPaperless } from '../publish/press.ts'
import { startNginx } from './nginx.ts'

const ends: (() => unknown)[] = []
let url = ''
let site: Awaited<ReturnType<typeof serveSite>>
let lake: PaperLake
let publish: (text: string) => Promise<unknown>

/** How many bytes came. */
const count: Route = (incoming, outgoing) => {
  let bytes = 0
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  incoming.on('end', () => outgoing.writeHead(202).end(String(bytes)))
}

beforeAll(async () => {
  const { press, paper } = await openPaperless((end) => ends.push(end))
  lake = paper
  paper.put('bing', '丙')
  paper.put('yi', '', { withdrawn: true })
  paper.redirects['/alt.html'] = '/a/jia.html'
  publish = (text) => {
    paper.put('jia', text.repeat(2_000))
    return makeRelease(press, WANT)
  }
  await publish('甲')
  site = await serveSite(press.places.link, 0, { routes: { '/hooks/publish': count, '/metrics': count } })
  ends.push(() => site.close())
  const recipe = await readFile('docs/publishing/nginx.conf', 'utf8')
  const nginx = await startNginx((port, home) =>
    recipe
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${site.port}`)
      .replace('/var/cache/nginx/zebian', `${home}/cache`)
      .replace(/listen 80;\s+listen \[::\]:80;/u, `listen 127.0.0.1:${port};`),
  )
  ends.push(() => nginx.close())
  url = nginx.url
})
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
})

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url + path, { redirect: 'manual', headers })

const post = (bytes: number): Promise<Response> =>
  fetch(`${url}/hooks/publish`, { method: 'POST', body: new Uint8Array(bytes) })

describe('nginx in front of zebian serve', () => {
  it('sends pages compressed, asked for again each time, and says that they are the same', async () => {
    const response = await get('/a/jia.html', { 'accept-encoding': 'gzip' })
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
    expect(await response.text()).toContain('甲甲')
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await get('/a/jia.html', { 'if-none-match': response.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('leaves 410, 301 and 404 as they are', async () => {
    const answers = await Promise.all(['/a/yi.html', '/alt.html', '/none.html'].map((path) => get(path)))
    expect(answers.map(({ status }) => status)).toEqual([410, 301, 404])
    expect(answers[1]?.headers.get('location')).toMatch(/\/a\/jia\.html$/u)
  })

  it('hands hooks on whole, refuses those beyond what a receiver takes, and lets this machine look at the counts', async () => {
    const whole = await post(200_000)
    expect([whole.status, await whole.text()]).toEqual([202, '200000'])
    expect((await post(300_000)).status).toBe(413)
    expect((await get('/metrics')).status).toBe(202)
  })

  it('sends the new page as soon as there is one, and the last one, but nothing that has gone, while nobody answers behind it', async () => {
    const page = async () => (await get('/a/jia.html')).text()
    expect(await page()).toContain('甲甲')
    expect((await get('/a/bing.html')).status).toBe(200)
    lake.sheets.delete('bing')
    await publish('乙')
    expect([await page(), (await get('/a/bing.html')).status]).toEqual([expect.stringContaining('乙乙'), 404])
    await site.close()
    expect([await page(), (await get('/a/bing.html')).status]).toEqual([expect.stringContaining('乙乙'), 404])
  })
})
