/** The edition in Traditional letters: beside every page but search its twin, names untouched, and the site as it was. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namesIn } from '../../src/search/script/page.ts'
import { attribute, elementsOf } from '../site/dom.ts'
import { openPaper, readFolder } from '../site/zebian.ts'

const paper = await openPaper()
const both = join(paper.folder, 'both')
const ARTICLE = 'n2/2023/0412/c1003-200001.html'
let files = new Map<string, Buffer>()

beforeAll(async () => {
  await paper.done(['sample'])
  await paper.done(['build'])
  await paper.done(['traditional', both])
  files = await readFolder(both)
})
afterAll(() => paper.close())

const pageAt = (path: string): string => files.get(path)?.toString('utf8') ?? ''
const twins = (): string[] => [...files.keys()].filter((path) => path.startsWith('hant/'))
const count = (text: string, part: string): number => text.split(part).length - 1

describe('the Traditional edition', () => {
  it('has a twin of every page but search and the page for unknown addresses', () => {
    const pages = [...files.keys()].filter((path) => path.endsWith('.html') && !/^(?:hant|search)\/|^404/u.test(path))
    expect(pages.length).toBeGreaterThan(100)
    expect(twins().toSorted()).toEqual(pages.map((path) => `hant/${path}`).toSorted())
  })

  it('changes no letter of a name that its page credits or links', () => {
    const changed = twins().flatMap((path) => {
      const [own, twin] = [pageAt(path.slice(5)), pageAt(path)]
      return [...new Set(namesIn(own))]
        .filter((name) => count(twin, name) < count(own, name))
        .map((name) => `${path}: ${name}`)
    })
    expect(changed).toEqual([])
    expect(pageAt(`hant/${ARTICLE}`)).toContain('渠首今晨開閘')
  })

  it('names its twin to search engines and to readers, both ways', () => {
    for (const path of [ARTICLE, `hant/${ARTICLE}`]) {
      const links = elementsOf(pageAt(path)).filter((one) => attribute(one, 'hreflang') !== undefined)
      const said = links.map(
        (one) =>
          `${one.tagName} ${attribute(one, 'hreflang')} ${attribute(one, 'href')?.replace(/^https?:\/\/[^/]+/u, '')}`,
      )
      expect(said).toEqual([
        `link zh-Hans /${ARTICLE}`,
        `link zh-Hant /hant/${ARTICLE}`,
        `link x-default /${ARTICLE}`,
        path === ARTICLE ? `a zh-Hant /hant/${ARTICLE}` : `a zh-Hans /${ARTICLE}`,
      ])
    }
    expect(pageAt(`hant/${ARTICLE}`)).toMatch(/<html lang="zh-Hant">/u)
    expect(pageAt(`hant/${ARTICLE}`)).toMatch(/<link rel="canonical" href="https?:\/\/[^/"]+\/hant\//u)
  })

  it('leads from page to page within itself, and nowhere where nothing stands', () => {
    const broken = twins().flatMap((path) =>
      elementsOf(pageAt(path))
        .map((one) => attribute(one, 'href') ?? attribute(one, 'src') ?? '')
        .filter((href) => href.startsWith('/'))
        .map((href) => decodeURI(href.slice(1).replace(/[?#].*$/u, '')).replace(/(^|\/)$/u, '$1index.html'))
        .filter((to) => !files.has(to)),
    )
    expect(broken).toEqual([])
    expect(pageAt('hant/index.html')).toContain('href="/hant/n2/')
  })

  it('leaves the site as it was, and writes into no folder that is there', async () => {
    const site = await readFolder(paper.site)
    expect([...site.keys()].filter((path) => path.startsWith('hant/'))).toEqual([])
    expect(site.get('index.html')?.includes('hreflang="zh-Hant"')).toBe(false)
    const { code, err } = await paper.run(['traditional', both])
    expect([code, err]).toEqual([1, expect.stringContaining('expected a new folder')])
  })
})
