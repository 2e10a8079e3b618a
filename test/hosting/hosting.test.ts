/** The folder that `zebian hosting` writes, served by a real nginx: every kind of answer, its headers and its bytes. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { serveSite } from '../../src/publish/site/serve.ts'
import { openPaper, readFolder } from '../site/zebian.ts'
import { hasCaddy, openCaddy } from './caddy.ts'
import { openNginx } from './nginx.ts'

const ARTICLE = '/n2/2023/0412/c1003-200001.html'
const FORMER = ['/n2/2023/0412/c1001-200001.html', '/xiangcun/20230412-kaizha.html']
const WITHDRAWN = '/n2/2025/0809/c1001-200007.html'
/** Where it stood before it moved and was withdrawn; the second of them in capitals, the third in letters that a link must escape. */
const BURIED = ['/luyou/20250809-suodao.html', '/Luyou/suodao.html', '/旅游/索道.html']

const paper = await openPaper()
const folder = join(paper.folder, 'hosting')
let nginx: Awaited<ReturnType<typeof openNginx>>
let own: Awaited<ReturnType<typeof serveSite>>
let files: Map<string, Buffer>

beforeAll(async () => {
  await paper.done(['sample'])
  const door = openDoor(paper.settings)
  await door.client.patch('article-huanhu-suodao').set({ formerAddresses: BURIED }).commit()
  door.close()
  await paper.done(['build'])
  await paper.done(['hosting', folder])
  files = await readFolder(join(folder, 'site'))
  nginx = await openNginx(folder)
  own = await serveSite(paper.settings.site.folder, 0)
})
afterAll(async () => {
  await nginx?.close()
  await own?.close()
  await paper.close()
})

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${nginx.url}${path}`, { redirect: 'manual', headers })

describe('nginx', () => {
  it('sends a page, asked for again each time, with a policy that allows its style and nothing else inline', async () => {
    const response = await get(ARTICLE)
    const page = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const policy = response.headers.get('content-security-policy') ?? ''
    const style = /<style>(?<text>.*?)<\/style>/su.exec(page)?.groups?.['text'] ?? ''
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('speculation-rules')).toBe('"/speculation.json"')
  })

  it('sends every style sheet of every page under a policy that allows it', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    const styles = [...files].flatMap(([path, bytes]) =>
      path.endsWith('.html') ? (/<style>(.*?)<\/style>/su.exec(bytes.toString('utf8'))?.slice(1) ?? []) : [],
    )
    const refused = new Set(styles.map((style) => createHash('sha256').update(style).digest('base64')))
    expect(refused.size).toBeGreaterThan(6)
    expect([...refused].filter((digest) => !policy.includes(digest))).toEqual([])
  })

  it.each(FORMER)('leads from the former address %s to today’s in one hop', async (former) => {
    const response = await get(former)
    expect([response.status, new URL(response.headers.get('location') ?? '', nginx.url).pathname]).toEqual([
      301,
      ARTICLE,
    ])
    expect((await get(ARTICLE)).status).toBe(200)
  })

  it('says of a withdrawn article that it is gone, and shows its tombstone', async () => {
    const response = await get(WITHDRAWN)
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('本文已撤回')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each(BURIED)('says so at its former address %s too, as zebian serve does', async (former) => {
    for (const url of [nginx.url, `http://127.0.0.1:${own.port}`]) {
      const response = await fetch(url + encodeURI(former), { redirect: 'manual' })
      expect([url, response.status]).toEqual([url, 410])
      expect(await response.text()).toContain('本文已撤回')
    }
  })

  it('shows the 404 page where there is none', async () => {
    const response = await get('/nowhere/at/all.html')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有这个页面')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('keeps pictures for a year, lets the Studio read what is live, and names the speculation rules as such', async () => {
    const picture = [...files.keys()].find((path) => path.startsWith('pictures/'))
    const kept = await get(`/${picture}`)
    expect([kept.status, kept.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    const live = [...files.keys()].find((path) => path.startsWith('live/'))
    for (const path of [`/${live}`, '/publish.json'])
      expect((await get(path)).headers.get('access-control-allow-origin')).toBe('*')
    expect((await get('/')).headers.get('access-control-allow-origin')).toBe(null)
    expect((await get('/speculation.json')).headers.get('content-type')).toBe('application/speculationrules+json')
  })

  it('sends the compressed sibling, byte for byte, and the folder’s index', async () => {
    const raw = files.get(ARTICLE.slice(1)) ?? Buffer.alloc(0)
    const response = await get(ARTICLE, { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(Buffer.from(await response.arrayBuffer()).equals(raw)).toBe(true)
    expect((await get('/days/')).status).toBe(200)
  })
})

if (!hasCaddy()) console.log('No Caddy here (apt-get install caddy): its file is not tested.')

describe.runIf(hasCaddy())('Caddy', () => {
  it('answers as nginx does: pages, siblings, former addresses, what was withdrawn, what is not there, and who may keep what', async () => {
    const caddy = await openCaddy(folder)
    onTestFinished(() => caddy.close())
    const picture = [...files.keys()].find((path) => path.startsWith('pictures/') && path.endsWith('.webp'))
    const live = [...files.keys()].find((path) => path.startsWith('live/'))
    const asked = [
      '/',
      ARTICLE,
      ...FORMER,
      WITHDRAWN,
      ...BURIED,
      '/nowhere.html',
      `/${picture}`,
      `/${live}`,
      '/speculation.json',
    ]
    const NAMES = [
      'location',
      'content-encoding',
      'cache-control',
      'access-control-allow-origin',
      'content-security-policy',
    ]
    for (const path of asked) {
      const answers = await Promise.all(
        [nginx.url, caddy.url].map(async (url) => {
          const response = await fetch(url + path, { redirect: 'manual', headers: { 'accept-encoding': 'gzip' } })
          const headers = NAMES.map((name) => response.headers.get(name)?.replace(url, ''))
          const isOwn = response.status === 301 ? '' : await response.text()
          return [response.status, ...headers, isOwn]
        }),
      )
      expect([path, ...(answers[1] ?? [])]).toEqual([path, ...(answers[0] ?? [])])
    }
  })
})

const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

describe('the folder', () => {
  it('has a Brotli and a gzip sibling of each page, which hold its bytes', () => {
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    const wrong = pages.filter(([path, bytes]) => {
      const [brotli, gzip] = [files.get(`${path}.br`), files.get(`${path}.gz`)]
      if (brotli === undefined || gzip === undefined) return true
      return !brotliDecompressSync(brotli).equals(bytes) || !gunzipSync(gzip).equals(bytes)
    })
    expect(pages.length).toBeGreaterThan(100)
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  it('says the same to Netlify, Cloudflare and Caddy', async () => {
    const [headers, redirects, caddy] = [
      await text('site/_headers'),
      await text('site/_redirects'),
      await text('Caddyfile'),
    ]
    expect(headers).toMatch(/^\/\*\n {2}content-security-policy: default-src 'none'/u)
    for (const former of FORMER) {
      expect(redirects).toContain(`${former} ${ARTICLE} 301\n`)
      // Netlify would send the page that stands there.
      expect(files.has(former.slice(1))).toBe(false)
      expect(caddy).toContain(`\`${former}\` \`${ARTICLE}\``)
    }
    for (const gone of [WITHDRAWN, ...BURIED]) {
      expect(caddy).toContain(`\`${gone}\` 1`)
      expect(redirects).toContain(`${encodeURI(gone)} ${encodeURI(`/410${gone}`)} 410!\n`)
      expect(files.get(`410${gone}`)).toEqual(files.get(gone.slice(1)))
    }
  })
})
