/**
 * When a page's largest part is painted on Lighthouse's simulated slow 4G (150 ms, 1.6 Mbit/s, a slow phone), the median of several looks.
 *
 *   await benchLcp({ runs: 5 })   →  [{ page: 'article', milliseconds: 742, bar: 750 }, …]
 */
import { ARTICLE, KINDS } from '../test/browser/kinds.ts'
import { openPhone } from '../test/browser/lighthouse.ts'
import { buildForBrowser } from '../test/browser/site.ts'
import { median } from './build.ts'

export interface Painted {
  page: string
  milliseconds: number
  /** What it may take at most. */
  bar: number
}

/** A page of text, and a page whose largest part is a picture. */
const PAGES = [
  { page: 'article', path: ARTICLE, bar: 750 },
  { page: 'article-pictures', path: KINDS['article-pictures'] ?? '', bar: 850 },
  { page: 'front', path: '/', bar: 850 },
]

export async function benchLcp({ runs }: { runs: number }): Promise<Painted[]> {
  const site = await buildForBrowser([['sample']])
  const phone = await openPhone()
  try {
    const painted: Painted[] = []
    for (const { page, path, bar } of PAGES) {
      const looks: number[] = []
      for (let run = 0; run < runs; run += 1) looks.push((await phone.scores(new URL(path, site.url).href)).lcp)
      painted.push({ page, milliseconds: median(looks), bar })
    }
    return painted
  } finally {
    await phone.close()
    await site.close()
  }
}

export const lcpTable = (painted: readonly Painted[]): string =>
  painted
    .map(
      ({ page, milliseconds, bar }) =>
        `${page.padEnd(18)} ${milliseconds.toFixed(0).padStart(6)} ms   (at most ${bar})`,
    )
    .join('\n')
