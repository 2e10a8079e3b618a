/** Two thousand generated articles: no link inside the site leads nowhere, whatever the kind of page. */
import { describe, expect, it } from 'vitest'
import { archiveDocuments, type ArchiveDocument } from '../../bench/archive.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { cleanSite } from './press.ts'

const ARTICLES = 2000
/** Written beside the pages by who builds, not drawn from the catalogue. */
const BESIDE = /^\/(?:search|pictures)\//u

function generated(): Map<string, string> {
  const all = [...archiveDocuments(ARTICLES)]
  const of = <Type extends ArchiveDocument['_type']>(type: Type) =>
    all.filter((one): one is Extract<ArchiveDocument, { _type: Type }> => one._type === type)
  const documents = {
    site: undefined,
    channels: of('channel'),
    sources: of('source'),
    profiles: of('profile'),
    pictures: [],
    articles: of('article'),
  }
  return cleanSite(catalogueOf(documents, new Date('2026-01-01T00:00:00Z')))
}

/** The addresses that a page's links lead to, inside the site. */
const linksOf = (page: string): string[] =>
  [...page.matchAll(/\shref="(?<to>\/[^"#?]*)/gu)].map(({ groups }) => decodeURI(groups?.['to'] ?? ''))

describe('the site of two thousand generated articles', () => {
  it('has no link that leads nowhere', () => {
    const site = generated()
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
})
