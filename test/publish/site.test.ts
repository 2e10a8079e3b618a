/** What readers get: the right file, status and headers of one release, whatever is switched meanwhile. */
import { request } from 'node:http'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeRelease } from '../../src/publish/make.ts'
import { rollBack } from '../../src/publish/release/rollback.ts'
import { answerFor } from '../../src/publish/site/answer.ts'
import { openRelease } from '../../src/publish/site/open.ts'
import { serveSite } from '../../src/publish/site/serve.ts'
import { WANT } from './paper.ts'
import { twoReleases } from './press.ts'

async function served() {
  const opened = await twoReleases()
  const site = await serveSite(opened.places.link, 0)
  onTestFinished(() => site.close())
  /** As it stands on the wire: `fetch` would mend a path that climbs. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const asked = request({ port: site.port, host: '127.0.0.1', path, headers, method }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
      asked.on('error', reject)
      asked.end()
    })
  return { ...opened, get }
}

describe('the site’s server', () => {
  it('sends a page with a tag of its bytes, and nothing but the tag when the reader has it', async () => {
    const { get } = await served()
    const first = await get('/')
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    const etag = String(first.headers['etag'])
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/u)
    expect(await get('/', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' })
    expect(await get('/', { 'if-none-match': `"x", W/${etag}` })).toMatchObject({ status: 304 })
    expect(await get('/', { 'if-none-match': '"x"' })).toMatchObject({ status: 200 })
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { etag } })
  })

  it('keeps the tag of an unchanged page over a new release, and gives the new one of a changed page', async () => {
    const { get, press, paper } = await served()
    const tags = async () => [(await get('/a/jia.html')).headers['etag'], (await get('/a/yi.html')).headers['etag']]
    const [jia, yi] = await tags()
    paper.put('yi', '乙二')
    await makeRelease(press, WANT)
    const [sameJia, otherYi] = await tags()
    expect([sameJia === jia, otherYi === yi]).toEqual([true, false])
  })

  it('says 410 where something was withdrawn, 301 at a former address, 404 elsewhere, and 405 to those who would write', async () => {
    const { get, press, paper } = await served()
    paper.withdraw('yi')
    paper.redirects['/alt.html'] = '/a/渠.html'
    await makeRelease(press, WANT)
    expect(await get('/a/yi.html')).toMatchObject({ status: 410, body: expect.stringContaining('本文已撤回') })
    expect(await get('/alt.html')).toMatchObject({ status: 301, headers: { location: '/a/%E6%B8%A0.html' } })
    expect(await get('/none.html')).toMatchObject({ status: 404, body: expect.stringContaining('404') })
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it('says after a rollback what that release is by now, and not what it was when it was last served', async () => {
    const { get, press, paper, places } = await served()
    expect((await get('/a/yi.html')).body).toContain('乙')
    paper.withdraw('yi')
    await makeRelease(press, WANT)
    expect((await get('/a/yi.html')).status).toBe(410)
    await rollBack(places)
    expect(await get('/a/yi.html')).toMatchObject({
      status: 410,
      body: expect.stringMatching(/本文已撤回.*<\/html>\n$/su),
    })
  })

  it.each([
    '/../000002/manifest.sha256',
    '/..%2fmanifest.sha256',
    '/%2e%2e/manifest.sha256',
    '/a/../../manifest.sha256',
    '/%00',
    '/%',
    '//etc/passwd',
    '/a',
  ])('sends nothing from outside the release: %s', async (path) => {
    const { get } = await served()
    expect((await get(path)).status).toBe(404)
  })

  it('sends the smaller sibling to those who can read it', async () => {
    const { get, press, paper } = await served()
    paper.extra['/index.html.br'] = 'brotli'
    paper.extra['/index.html.gz'] = 'gzip'
    await makeRelease(press, WANT)
    expect(await get('/', { 'accept-encoding': 'gzip, br' })).toMatchObject({
      body: 'brotli',
      headers: { 'content-encoding': 'br' },
    })
    expect(await get('/', { 'accept-encoding': 'gzip, br;q=0' })).toMatchObject({ body: 'gzip' })
    expect((await get('/', { 'accept-encoding': 'identity' })).headers['content-encoding']).toBe(undefined)
  })

  it('answers one request from one release, even when another is switched to in between', async () => {
    const { places, paper, press } = await twoReleases()
    const release = await openRelease(places.link)
    paper.put('yi', '乙新')
    await makeRelease(press, WANT)
    const asked = { url: '/a/yi.html', ifNoneMatch: undefined, encodings: '' }
    const answer = release === undefined ? undefined : await answerFor(release, asked)
    expect(answer?.file?.path).toContain('000002')
  })

  it('serves a folder that another program made, as it stands', async () => {
    const { folder } = await twoReleases()
    await writeFile(join(folder, 'index.html'), 'plain')
    const site = await serveSite(folder, 0)
    onTestFinished(() => site.close())
    expect(await (await fetch(site.url)).text()).toBe('plain')
    expect((await fetch(`${site.url}site.releases/../../etc/passwd`)).status).toBe(404)
  })
})

describe('a rollback', () => {
  it('takes less than a tenth of a second', async () => {
    const { press, paper, places } = await twoReleases()
    for (let n = 0; n < 300; n += 1) paper.put(`doc-${n}`, `${n}`)
    await makeRelease(press, WANT)
    paper.put('jia', '甲三')
    await makeRelease(press, WANT)
    const before = process.cpuUsage()
    await rollBack(places)
    const { user, system } = process.cpuUsage(before)
    // The work it takes, not the time, which other programs share.
    expect((user + system) / 1000).toBeLessThan(100)
  })
})
