/**
 * When a page's largest part is painted on Lighthouse's simulated slow 4G (150 ms, 1.6 Mbit/s, a slow phone), the median of several looks.
 *
 *   await benchLcp({ runs: 5 })
 *     →  [{ page: 'article', bytes: 13412, hosted: 750, plain: 670, bar: 750 }, …]      milliseconds
 *
 * Plain: by `zebian serve`, every byte as it is; one beyond the 14,600 of a connection's first flight, headers and all, costs a round
 * trip more. Hosted: the folder that `zebian hosting` writes, sent compressed by a real nginx over HTTP/1.1 without TLS, where the rules
 * for fetching ahead take the page's connection and a picture must open another.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ARTICLE, KINDS } from '../test/browser/kinds.ts'
import { openPhone, type Phone } from '../test/browser/lighthouse.ts'
import { buildForBrowser } from '../test/browser/site.ts'
import { openNginx } from '../test/hosting/nginx.ts'
import { median } from './build.ts'

export interface Painted {
  page: string
  /** Of the page itself, uncompressed. */
  bytes: number
  hosted: number
  plain: number
  /** What it may take at most. */
  bar: number
}

/** Text within a first flight and beyond it, and pages whose largest part is a picture. */
const PAGES = [
  { page: 'article', path: '/n2/2025/0116/c1005-200004.html', bar: 750 },
  { page: 'article-long', path: ARTICLE, bar: 750 },
  { page: 'article-pictures', path: KINDS['article-pictures'] ?? '', bar: 850 },
  { page: 'front', path: '/', bar: 850 },
]

export async function benchLcp({ runs }: { runs: number }): Promise<Painted[]> {
  const site = await buildForBrowser([['sample']])
  const folder = await mkdtemp(join(tmpdir(), 'zebian-lcp-'))
  await promisify(execFile)(process.execPath, ['tools/zebian.mjs', 'hosting', folder], {
    env: { ...process.env, SITE_FOLDER: site.folder },
  })
  const [nginx, phone] = [await openNginx(folder), await openPhone()]
  try {
    // A browser that has just been opened looks for its fonts.
    await phone.scores(site.url)
    const painted: Painted[] = []
    for (const { page, path, bar } of PAGES) {
      const { size } = await stat(join(folder, 'site', path.endsWith('/') ? `${path}index.html` : path))
      const [hosted, plain]: [number[], number[]] = [[], []]
      for (let run = 0; run < runs; run += 1) {
        hosted.push(await lcpOf(phone, new URL(path, nginx.url)))
        plain.push(await lcpOf(phone, new URL(path, site.url)))
      }
      painted.push({ page, bytes: size, hosted: median(hosted), plain: median(plain), bar })
    }
    return painted
  } finally {
    await phone.close()
    await nginx.close()
    await site.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const lcpOf = async (phone: Phone, { href }: URL): Promise<number> => (await phone.scores(href)).lcp

export const lcpTable = (painted: readonly Painted[]): string =>
  painted
    .map(
      ({ page, bytes, hosted, plain, bar }) =>
        `${page.padEnd(18)} ${String(bytes).padStart(6)} bytes   by nginx, compressed ${hosted.toFixed(0).padStart(5)} ms   plain ${plain.toFixed(0).padStart(5)} ms   (at most ${bar})`,
    )
    .join('\n')
