/** Two thousand generated articles: no link inside the site leads nowhere, whatever the kind of page. */
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/content/kinds/all.ts'
import { generatedCatalogue, generatedSite } from './generated.ts'
import { cleanSite } from './press.ts'

const ARTICLES = 2000
/** Written beside the pages by who builds, not drawn from the catalogue. */
const BESIDE = /^\/(?:search|pictures)\//u

/** The addresses that a page's links lead to, inside the site. */
const linksOf = (page: string): string[] =>
  [...page.matchAll(/\shref="(?<to>\/[^"#?]*)/gu)].map(({ groups }) => decodeURI(groups?.['to'] ?? ''))

describe('the site of two thousand generated articles', () => {
  it('has no link that leads nowhere', () => {
    const site = generatedSite(ARTICLES)
    const pages = [...site].filter(([address]) => address.endsWith('.html'))
    const broken = pages.flatMap(([address, page]) =>
      linksOf(page)
        .map((to) => (to.endsWith('/') ? `${to}index.html` : to))
        .filter((to) => !site.has(to) && !BESIDE.test(to))
        .map((to) => `${address}: ${to}`),
    )
    console.log(`Crawled ${pages.length} pages.`)
    expect(broken.slice(0, 10)).toEqual([])
  })

  it('leads to a part of a list from that list’s pages alone', () => {
    const catalogue = generatedCatalogue(ARTICLES)
    const parts = new Map(
      Object.values(KINDS).flatMap(({ keys, address, partOf }) =>
        partOf === undefined ? [] : [...keys(catalogue)].map((key) => [address(key), partOf(key)] as const),
      ),
    )
    const others = [...cleanSite(catalogue)].flatMap(([from, page]) =>
      linksOf(page)
        .filter((to) => parts.has(to) && parts.get(to) !== from && parts.get(to) !== parts.get(from))
        .map((to) => `${from}: ${to}`),
    )
    expect(parts.size).toBeGreaterThan(500)
    expect(others).toEqual([])
  })
})
