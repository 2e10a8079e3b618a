/** What a change touches: never a page too few, and no more of them in a larger archive. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveDocuments, type ArchiveDocument } from '../../bench/archive.ts'
import type { Catalogue } from '../../src/content/catalogue.ts'
import type { ArticleDocument, Documents } from '../../src/content/documents.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { allPlaces, KIND_NAMES, placesInOrder, touchedPlaces } from '../../src/content/pages.ts'
import { cleanSite, publish, textOf } from './press.ts'
import { EMPTY, LONG, steps, take } from './small.ts'

const inJune = (day: string, title: string): ArticleDocument => ({
  _id: `article-${day}`,
  _type: 'article',
  _rev: 'r',
  _createdAt: '2024-01-01T00:00:00Z',
  _updatedAt: '2024-01-01T00:00:00Z',
  title,
  publishedAt: `2024-06-${day}T03:00:00Z`,
  address: `/n/${day}.html`,
  channel: { _type: 'reference', _ref: 'channel-top' },
  lead: '一',
  sections: [],
})

const NOW = new Date('2026-01-01T00:00:00Z')
/** The long run takes `RUNS=3000`. */
const RUNS = Number(process.env['RUNS'] ?? 60)

const sorted = (places: Iterable<{ address: string; kind: string }>): string[] =>
  Array.from(places, ({ address, kind }) => `${kind} ${address}`).toSorted()

function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((address) => one.get(address) !== other.get(address))
}

describe('a publish', () => {
  it('leaves the site that a build would leave, byte for byte, after any history', () => {
    fc.assert(
      fc.property(steps(40), (history) => {
        let documents = EMPTY
        const site = cleanSite(catalogueOf(documents, NOW))
        for (const step of history) {
          const taken = take(documents, step)
          documents = taken.documents
          const catalogue = catalogueOf(documents, NOW)
          publish(site, taken.change, catalogue)
          expect(differences(site, cleanSite(catalogue))).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('leaves it too where the parts of a month come and go one after the other', () => {
    let documents = EMPTY
    const site = cleanSite(catalogueOf(documents, NOW))
    const parts: string[] = []
    for (const { day, title } of [
      { day: '02', title: LONG },
      { day: '12', title: LONG },
      { day: '25', title: '雪' },
      { day: '12', title: undefined },
      { day: '02', title: undefined },
      { day: '12', title: LONG },
      { day: '02', title: LONG },
      { day: '02', title: '雪' },
    ]) {
      const after = title === undefined ? undefined : inJune(day, title)
      const taken = take(documents, { type: 'article', id: `article-${day}`, after })
      documents = taken.documents
      const catalogue = catalogueOf(documents, NOW)
      publish(site, taken.change, catalogue)
      expect(differences(site, cleanSite(catalogue))).toEqual([])
      parts.push(['shang', 'zhong', 'xia'].filter((ten) => site.has(`/channels/top/2024-06-${ten}.html`)).join(' '))
    }
    expect(parts).toEqual(['', 'shang zhong', 'shang zhong xia', '', '', '', 'shang zhong xia', ''])
  })

  it('draws the site anew when what stands on every page changes', () => {
    const after = {
      _id: 'site' as const,
      _type: 'site' as const,
      _rev: 'r',
      _createdAt: '',
      _updatedAt: '',
      title: '禾风网',
    }
    const catalogue = catalogueOf({ ...EMPTY, site: after }, NOW)
    expect(touchedPlaces({ type: 'site', before: undefined, after }, catalogue)).toBe('all')
  })

  it('touches as many pages in an archive of 1,600 articles as in one of 400', () => {
    const [small, large] = [400, 1600].map((articles) => {
      const { documents, last } = generated(articles)
      const change = { type: 'article', before: undefined, after: last } as const
      const touched = touchedPlaces(change, catalogueOf(documents, NOW))
      return touched === 'all' ? Infinity : touched.length
    })
    console.log(`Pages touched by one article: ${small} of 400, ${large} of 1,600.`)
    expect(large).toBeLessThan(120)
    expect(Math.abs((large ?? 0) - (small ?? 0))).toBeLessThanOrEqual(20)
  })
})

describe('a page', () => {
  it('reads few rows of a large archive, whatever its kind', () => {
    const { documents } = generated(1600)
    const counted = counting(catalogueOf(documents, NOW))
    const heavy = allPlaces(counted.catalogue)
      .map((place) => {
        counted.rows = 0
        textOf(place, counted.catalogue)
        return { kind: place.kind, rows: counted.rows }
      })
      .toSorted((a, b) => b.rows - a.rows)
    console.log(`Most rows read by one page: ${heavy[0]?.rows} (${heavy[0]?.kind}).`)
    expect(heavy[0]?.rows).toBeLessThan(800)
  })

  it('made of an article is drawn in a row with all others of it: a build reads each article once', () => {
    const reads = new Map<string, number>()
    const catalogue = catalogueOf(generated(400).documents, NOW)
    const article: Catalogue['article'] = (id) => {
      reads.set(id, (reads.get(id) ?? 0) + 1)
      return catalogue.article(id)
    }
    const watched = { ...catalogue, article }
    for (const place of placesInOrder(watched, ['article', 'form', 'package'])) textOf(place, watched)
    expect([...new Set(reads.values())]).toEqual([1])
    expect(reads.size).toBe(400)
  })

  it('is in the order of a build and in the list of all pages, whichever is asked', () => {
    const catalogue = catalogueOf(generated(80).documents, NOW)
    expect(sorted(placesInOrder(catalogue, KIND_NAMES))).toEqual(sorted(allPlaces(catalogue)))
  })
})

/** The generated archive as the site has it, and its newest article. */
function generated(articles: number): { documents: Documents; last: ArticleDocument | undefined } {
  const all = [...archiveDocuments(articles)]
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
  return { documents, last: documents.articles.at(-1) }
}

/** Counts the rows that a page is given. */
function counting(catalogue: Catalogue): { catalogue: Catalogue; rows: number } {
  const counted = {
    rows: 0,
    catalogue: {
      ...catalogue,
      list: (...asked: Parameters<Catalogue['list']>) => {
        const heads = catalogue.list(...asked)
        counted.rows += heads.length
        return heads
      },
      tallies: (...asked: Parameters<Catalogue['tallies']>) => {
        const tallies = catalogue.tallies(...asked)
        counted.rows += tallies.length
        return tallies
      },
    },
  }
  return counted
}
