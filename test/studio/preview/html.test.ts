/** The preview is the page: to the byte of its article for the whole sample, and never an error for any draft. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchDocuments, type Documents } from '../../../src/content/documents.ts'
import { openDoor } from '../../../src/client.ts'
import { framed } from '../../../sanity/studio/preview/frame.ts'
import { previewHtml } from '../../../sanity/studio/preview/html.ts'
import {
  aroundOf,
  pictureHost,
  referredIn,
  SHELF_QUERY,
  type ShelfAnswer,
} from '../../../sanity/studio/preview/refer.ts'
import { openPaper, readFolder } from '../../site/zebian.ts'

const paper = await openPaper()
const door = { ...openDoor(paper.settings) }
let files = new Map<string, Buffer>()
let documents: Documents = { site: undefined, channels: [], sources: [], profiles: [], pictures: [], articles: [] }

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
  files = await readFolder(paper.site)
  documents = await fetchDocuments((query, params) => door.ask(query, params))
})
afterAll(async () => {
  door.close()
  await paper.close()
})

const articleIn = (page: string): string => /<article>.*<\/article>/su.exec(page)?.[0] ?? ''
/** Without the style, which on the built page also dresses what stands around the article. */
const headIn = (page: string): string =>
  (/<head>.*<\/head>/su.exec(page)?.[0] ?? '').replace(/<style>.*?<\/style>/su, '')
const draftOf = (document: object): object => ({ ...document, _id: 'drafts.x' })

/** What the Studio's client would be answered. */
const around = async (draft: object) => {
  const ids = referredIn(draft)
  return aroundOf(await door.client.fetch<ShelfAnswer>(SHELF_QUERY, { ids }), 'http://localhost:3333')
}

describe('the preview of every sample article', () => {
  it('is the built page’s article to the byte, from the few documents that the Studio fetches', async () => {
    const now = new Date()
    const printed = documents.articles.filter(({ embargo }) => embargo === undefined || new Date(embargo) <= now)
    expect(printed.length).toBeGreaterThan(20)
    for (const article of printed) {
      const built = files.get(article.address.slice(1))?.toString('utf8') ?? ''
      const drawn = previewHtml(draftOf(article), (await around(article)).documents)
      expect(articleIn(drawn)).toBe(articleIn(built))
      expect(headIn(drawn)).toBe(headIn(built))
    }
  })

  it('asks for pictures where they are', () => {
    expect(pictureHost('https://api.sanity.io')).toBe('https://cdn.sanity.io')
    expect(pictureHost('http://localhost:3333')).toBe('http://localhost:3333')
  })

  it('shows every picture from the lake', async () => {
    for (const article of documents.articles.filter(({ pictures }) => pictures !== undefined)) {
      const { documents, pictures } = await around(article)
      const html = framed(previewHtml(article, documents), { dark: false, size: 100, pictures })
      const sources = [...html.matchAll(/<img src="([^"]+)"/gu)].map(([, src = '']) => src)
      expect(sources.length).toBeGreaterThan(0)
      expect(sources.filter((src) => !/^http:\/\/localhost:\d+\/images\//u.test(src))).toEqual([])
    }
  })
})

describe('a draft that is not finished', () => {
  it('is drawn with blanks, and with no date that is not its own', () => {
    const html = previewHtml({ _id: 'drafts.a', _type: 'article' }, documents)
    expect(articleIn(html)).toContain('<h1></h1>')
    expect(articleIn(html)).not.toContain('1970')
    expect(html).not.toContain('1970')
  })

  it('leaves out what can’t be printed yet and prints the rest', () => {
    const draft = {
      title: '雪',
      sections: [{}, { heading: '一', body: '落了。' }],
      pictures: [{ alt: '雪' }],
      attributions: [{ role: 'editor' }, { role: 'editor', name: '韩岭' }],
      corrections: [{ text: '没有日期' }],
    }
    const html = articleIn(previewHtml(draft, documents))
    expect(html).toContain('(责编：韩岭)')
    expect(html).toContain('<h2>一</h2>')
    expect(html).not.toContain('没有日期')
  })

  it('that is withdrawn is drawn as its tombstone', () => {
    const html = previewHtml(
      { title: '雪', withdrawn: { date: '2024-06-02T01:00:00Z', reason: '事实有误' } },
      documents,
    )
    expect(html).toContain('<h1>本文已撤回</h1>')
  })

  it('never throws, whatever the form holds', () => {
    const names = [
      'title',
      'publishedAt',
      'sections',
      'attributions',
      'creditLines',
      'pictures',
      'corrections',
      'address',
      'withdrawn',
      'lead',
      'source',
      'recommended',
      'rights',
    ]
    const odd = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string({ unit: 'binary' }))
    const item = fc.dictionary(
      fc.constantFrom(
        'role',
        'name',
        'place',
        'text',
        'date',
        'kind',
        'body',
        'heading',
        'image',
        'who',
        'url',
        '_ref',
      ),
      odd,
    )
    const draft = fc.dictionary(fc.constantFrom(...names), fc.oneof(odd, item, fc.array(item, { maxLength: 3 })))
    const drawn = fc.property(draft, (one) => previewHtml(one, documents).endsWith('</html>\n'))
    expect(fc.check(drawn, { numRuns: 2000 })).toMatchObject({ failed: false })
  })
})

describe('the frame', () => {
  const html =
    '<html><head><style>:root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){a{}}</style></head><body><article><picture><source type="image/webp" srcset="/pictures/a-1x1-1.webp"><img src="/pictures/a-1x1.png"></picture></article></body></html>'

  it('is light or dark by hand, and of the size that was asked for', () => {
    const pictures = new Map([['/pictures/a-1x1.png', 'http://localhost:3333/images/a.png']])
    const dark = framed(html, { dark: true, size: 125, pictures })
    expect(dark).toContain('@media all{')
    expect(dark).toContain('color-scheme:dark}')
    expect(dark).toContain('html{font-size:125%}')
    expect(dark).toContain('<picture><img src="http://localhost:3333/images/a.png"></picture>')
    expect(framed(html, { dark: false, size: 100, pictures })).toContain('@media not all{')
  })

  it('takes away what its style sheet really says', () => {
    const drawn = previewHtml({ title: '雪' }, documents)
    const light = framed(drawn, { dark: false, size: 100, pictures: new Map() })
    expect(drawn).toContain('@media screen and (prefers-color-scheme:dark)')
    expect(light).not.toContain('prefers-color-scheme')
    expect(light).not.toContain('color-scheme:light dark')
  })
})
