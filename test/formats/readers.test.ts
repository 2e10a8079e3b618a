/** Programs that others wrote, reading what we print: the writers come out as authors, an editor never does. */
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { parseFeed } from 'feedsmith'
import { parseHTML } from 'linkedom'
import RssParser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import type { ArticlePage } from '../../src/content/article.ts'
import { atomFeed } from '../../src/formats/atom.ts'
import { jsonFeed } from '../../src/formats/jsonFeed.ts'
import { rssFeed } from '../../src/formats/rss.ts'
import { articleView } from '../../src/site/views/article.ts'
import { linkedData } from '../site/dom.ts'
import { feedOf } from './feeds.ts'
import { listAt, textAt } from './json.ts'
import { articleWith, pageOf, type Part } from './paper.ts'

/** As the originals have it: eight reporters, two editors. */
const REPORTERS = ['骆青', '古兰·阿依登', '骆溪', '骆岭', '骆棠', '骆舟', '骆霁', '骆秋']
const EDITORS = ['韩岭', '邱实']
const PARTS: Part[] = [
  ...REPORTERS.map((name): Part => ({ role: 'reporter', name })),
  ...EDITORS.map((name): Part => ({ role: 'editor', name })),
]
const BODY = '水往前走，人跟着水走。管理站十二名巡渠员早晨分成六组，跟着水头往下游去。他们要看三样东西。'.repeat(8)
const page: ArticlePage = pageOf(
  articleWith(PARTS, { sections: [{ _key: 's1', _type: 'section', heading: '先把渠修到田头', body: BODY }] }),
)
const printed = articleView(page).text

/** GNE looks into JSON-LD's author before it tries any pattern on the text: https://github.com/GeneralNewsExtractor/GeneralNewsExtractor */
function gneAuthors(html: string): string[] {
  const [data] = linkedData(html)
  return listAt(data, 'author').map((one) => textAt(one, 'name'))
}

describe('a reader of pages', () => {
  it('by GNE’s rule finds the eight reporters, and no editor among them', () => {
    expect(gneAuthors(printed)).toEqual(REPORTERS)
  })

  it('such as Readability finds title, paper and reporters', () => {
    const { document } = parseHTML(printed)
    const read = new Readability(document).parse()
    expect(read?.title).toBe(page.title)
    expect(read?.siteName).toBe('禾风网')
    expect(read?.byline).toBe(REPORTERS.join(', '))
    expect(read?.publishedTime).toBe('2024-06-02T08:30:00+08:00')
  })

  it('such as article-extractor finds the title and the instant, and takes no editor for the author', async () => {
    const read = await extractFromHtml(printed, page.canonical)
    expect(read?.title).toContain(page.title)
    expect(read?.published).toContain('2024-06-02')
    expect(EDITORS.filter((name) => read?.author?.includes(name))).toEqual([])
    expect(REPORTERS.some((name) => read?.author?.includes(name))).toBe(true)
  })
})

describe('a reader of feeds', () => {
  it('such as rss-parser finds the reporters of both XML forms', async () => {
    const parser = new RssParser({ customFields: { item: [['dc:creator', 'creators', { keepArray: true }]] } })
    const rss: unknown = (await parser.parseString(rssFeed(feedOf([page])))).items[0]
    expect(textAt(rss, 'title')).toBe(page.title)
    expect(rss).toMatchObject({ creators: REPORTERS, link: page.canonical, isoDate: '2024-06-02T00:30:00.000Z' })
    const atom = (await parser.parseString(atomFeed(feedOf([page])))).items[0]
    expect(atom).toMatchObject({ title: page.title, link: page.canonical, author: REPORTERS[0] })
  })

  it('such as feedsmith knows each form by itself', () => {
    const feed = feedOf([page])
    expect([rssFeed(feed), atomFeed(feed), jsonFeed(feed)].map((text) => parseFeed(text).format)).toEqual([
      'rss',
      'atom',
      'json',
    ])
  })
})
