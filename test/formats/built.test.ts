/** The sample's built site: every data block is schema.org's, every file for machines is whole, the head's share is bounded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkedData } from '../site/dom.ts'
import { openPaper, readFolder } from '../site/zebian.ts'
import { isJson, textAt } from './json.ts'
import { checkAtomRules, checkJsonFeed, checkRss } from './rules.ts'
import { checkLinked } from './schemaOrg.ts'
import { checkSitemap, checkXml } from './validators.ts'

const paper = await openPaper()
const files = new Map<string, string>()

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
  for (const [path, bytes] of await readFolder(paper.site)) files.set(path, bytes.toString('utf8'))
})
afterAll(() => paper.close())

const ending = (end: string): [string, string][] => [...files].filter(([path]) => path.endsWith(end))
const wrongs = (end: string, check: (text: string) => string[]): string[] =>
  ending(end).flatMap(([path, text]) => check(text).map((wrong) => `${path}: ${wrong}`))

describe('the sample’s site', () => {
  it('has data blocks of schema.org only, and people and papers are known by one id wherever they are named', () => {
    const blocks = ending('.html').flatMap(([, page]) => linkedData(page))
    expect(blocks.length).toBeGreaterThan(60)
    expect(blocks.flatMap(checkLinked)).toEqual([])
    const told = new Map(blocks.filter(isJson).map((block) => [textAt(block, '@id'), block]))
    const named = blocks.flatMap((block) => [
      ...JSON.stringify(block).matchAll(/"@id":"(\/(?:people|sources)\/[^"]*)","name":"([^"]*)"/gu),
    ])
    expect(named.length).toBeGreaterThan(50)
    const strange = named.filter(([, id = '']) => !told.has(id)).map(([, id]) => id)
    expect(strange).toEqual([])
  })

  it('has feeds, sitemaps and exchange files that keep their rules', () => {
    expect(ending('.rss.xml').length).toBeGreaterThan(10)
    expect(wrongs('.rss.xml', checkRss)).toEqual([])
    expect(wrongs('.atom.xml', checkAtomRules)).toEqual([])
    expect(wrongs('.feed.json', checkJsonFeed)).toEqual([])
    expect(wrongs('.xml', checkXml)).toEqual([])
    const months = ending('.xml').filter(([path]) => /^sitemaps\/\d{4}-\d\d\.xml$/u.test(path))
    expect(months.length).toBeGreaterThan(3)
    expect(months.flatMap(([, text]) => checkSitemap(text))).toEqual([])
  })

  it('names in its sitemaps pages that stand there, and none that search engines may not show', () => {
    const places = ending('.xml').flatMap(([path, text]) =>
      path.startsWith('sitemaps/')
        ? [...text.matchAll(/<loc>https:\/\/[^/]+\/(.*?)<\/loc>/gu)].map(([, place = '']) => decodeURI(place))
        : [],
    )
    expect(places.length).toBeGreaterThan(15)
    const wrong = places.filter((place) => files.get(place)?.includes('content="noindex"') !== false)
    expect(wrong).toEqual([])
  })

  it('spends at most a quarter of an article page on what only machines read', () => {
    const shares = ending('.html')
      .filter(([, page]) => page.includes('<article'))
      .map(([path, page]) => {
        const head = page.slice(0, page.indexOf('</head>')).replace(/<style>[\s\S]*?<\/style>/u, '')
        return { path, share: Buffer.byteLength(head) / Buffer.byteLength(page) }
      })
      .toSorted((a, b) => b.share - a.share)
    console.log(`Head without style, at most: ${((shares[0]?.share ?? 1) * 100).toFixed(1)} % of an article page.`)
    expect(shares[0]?.share).toBeLessThanOrEqual(0.25)
  })
})
