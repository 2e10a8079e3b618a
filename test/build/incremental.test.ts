/** A publish leaves the tree that a clean build would leave, byte for byte, whatever happened before. */
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ArticleDocument, Documents } from '../../src/content/documents.ts'
import { EMPTY, steps, take, type Step } from '../content/small.ts'
import { differences, openPaper, released, treeOf, type Paper } from './paper.ts'

/** The long run takes `RUNS=300`: npm run test:incremental. */
const RUNS = Number(process.env['RUNS'] ?? 6)

/** What happens between two publishes. */
type Event =
  | { what: 'edits'; edits: Step[] }
  | { what: 'site' | 'channel'; name: string }
  | { what: 'embargo'; article: number; until: string }
  | { what: 'rewritten'; lead: string; minute: number; withdrawn: boolean }
  | { what: 'year passes' | 'build fails' | 'rolled back' | 'restarted' | 'another machine' }

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: steps(4).map((edits): Event => ({ what: 'edits', edits })) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('site', 'channel'), name: fc.constantFrom('甲', '乙') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('embargo'),
      article: fc.nat({ max: 14 }),
      until: fc.constantFrom('2025-01-01T00:00:00Z', '2026-06-01T00:00:00Z', '2027-06-01T00:00:00Z'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('rewritten'),
      lead: fc.constantFrom('渠水来了', '渠水还没有来', '雪'),
      minute: fc.integer({ min: 10, max: 59 }),
      // One in eight.
      withdrawn: fc.nat({ max: 7 }).map((number) => number === 0),
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('year passes', 'build fails', 'rolled back', 'restarted', 'another machine')
      .map((what): Event => ({ what })),
  },
)

const FIRST = {
  type: 'article',
  id: 'article-first',
  after: {
    _createdAt: '2024-01-01T00:00:00Z',
    _updatedAt: '2024-01-01T00:00:00Z',
    _id: 'article-first',
    _rev: 'r',
    _type: 'article',
    title: '一',
    publishedAt: '2024-06-02T00:30:00Z',
    address: '/n/first.html',
  },
} as const satisfies Step

/** The one article that is written again and again, so that it has versions; a source that is renamed is in them. */
const rewritten = ({ lead, minute, withdrawn }: Extract<Event, { what: 'rewritten' }>): ArticleDocument => ({
  ...FIRST.after,
  _updatedAt: `2024-01-01T00:${minute}:00Z`,
  lead,
  source: { _type: 'reference', _ref: 'source-a' },
  ...(withdrawn ? { withdrawn: {} } : {}),
})

/** A release with versions that this machine does not have is readers' again. */
const ROLLED_BACK_ELSEWHERE: Event[] = [
  { what: 'rewritten', lead: '渠水来了', minute: 10, withdrawn: false },
  { what: 'edits', edits: [{ type: 'article', id: 'article-0', after: undefined }] },
  { what: 'another machine' },
  { what: 'rolled back' },
]

/** Addresses that differ in nothing but capitals are the store's to part; here every article keeps to its own. */
const apart = (documents: Documents): Documents => ({
  ...documents,
  articles: documents.articles.map((article) => ({ ...article, address: article.address.toLowerCase() })),
})

async function happen(paper: Paper, event: Event, earlier: Paper['release'][]): Promise<boolean> {
  const { documents } = paper
  switch (event.what) {
    case 'edits':
      for (const step of event.edits) paper.documents = apart(take(paper.documents, step).documents)
      break
    case 'site':
      paper.documents = {
        ...documents,
        site: { _id: 'site', _type: 'site', _rev: '', _createdAt: '', _updatedAt: '', title: event.name },
      }
      break
    case 'channel':
      paper.documents = {
        ...documents,
        channels: documents.channels.map((one) => (one._id === 'channel-sub' ? { ...one, name: event.name } : one)),
      }
      break
    case 'embargo':
      paper.documents = {
        ...documents,
        articles: documents.articles.map((one) =>
          one._id === `article-${event.article}` ? { ...one, embargo: event.until } : one,
        ),
      }
      break
    case 'rewritten':
      paper.documents = {
        ...documents,
        articles: documents.articles.map((one) => (one._id === FIRST.id ? rewritten(event) : one)),
      }
      break
    case 'year passes':
      paper.now = new Date(paper.now.getTime() + 31_536_000_000)
      break
    case 'build fails':
      await paper.publish({ fails: true })
      return false
    case 'rolled back':
      paper.release = earlier.at(-2) ?? paper.release
      break
    case 'restarted':
      paper.reopen()
      break
    case 'another machine':
      paper.anew()
  }
  return true
}

describe('a release', () => {
  test('is what a clean build would be, byte for byte, after any history', async () => {
    let [published, fromChanges, rolled, versioned] = [0, 0, 0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 10, size: 'max' }), async (history) => {
        const paper = openPaper(take(EMPTY, FIRST).documents)
        try {
          await paper.publish()
          const earlier = [paper.release]
          for (const one of history) {
            if (!(await happen(paper, one, earlier))) continue
            const before = paper.release?.folder ?? ''
            const tree = await treeOf(before)
            await paper.publish()
            published += 1
            expect(differences(await treeOf(before), tree)).toEqual([])
            fromChanges += paper.touched === undefined ? 0 : 1
            earlier.push(paper.release)
            const clean = await paper.clean()
            expect(differences(await released(paper), clean)).toEqual([])
            versioned += clean.keys().some((address) => address.endsWith('.versions.html')) ? 1 : 0
          }
          expect(differences(await paper.whole(), await paper.clean())).toEqual([])
        } finally {
          rolled += paper.rolled
          paper.close()
        }
      }),
      { numRuns: RUNS, examples: [[ROLLED_BACK_ELSEWHERE]] },
    )
    console.log(
      `${RUNS} histories, ${published} releases, ${fromChanges} of them drawn from what changed, ${rolled} into an older one’s folder, ${versioned} with versions.`,
    )
    expect(fromChanges).toBeGreaterThan(published / 3)
    expect(versioned).toBeGreaterThan(0)
    // Six histories may by chance hold no release that could be made of an older folder; sixty do not.
    expect(rolled).toBeGreaterThan(RUNS >= 60 ? published / 10 : -1)
  })
})

describe('a publish', () => {
  test('writes nothing when nothing changed, and a few pages when one article did', async () => {
    const paper = openPaper(take(EMPTY, FIRST).documents)
    onTestFinished(() => paper.close())
    await paper.publish()
    await paper.publish()
    expect(paper.touched).toBe(0)
    paper.documents = { ...paper.documents, articles: paper.documents.articles.map((one) => ({ ...one, title: '二' })) }
    await paper.publish({ announced: { 'article-first': { revision: 'r2', at: '2026-01-01T00:00:00Z' } } })
    expect(paper.touched).toBeGreaterThan(3)
    expect(paper.touched).toBeLessThan(60)
    const { release } = paper
    // A hook that comes a second time, or late; then one of what is not there yet.
    await paper.publish({ announced: { 'article-first': { revision: 'r2', at: '2020-01-01T00:00:00Z' } } })
    const isSame = paper.release === release
    await paper.publish({ announced: { 'article-first': { revision: 'r9', at: '2030-01-01T00:00:00Z' } } })
    expect([isSame, paper.release === release]).toEqual([true, false])
    expect(differences(await released(paper), await paper.clean())).toEqual([])
  })
})
