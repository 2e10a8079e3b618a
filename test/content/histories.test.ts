/** Addresses for ever: whatever editors rename, withdraw and take away, every address that was answers, and in one hop. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleDocument } from '../../src/content/documents.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { cleanSite } from './press.ts'
import { EMPTY } from './small.ts'

const NOW = new Date('2026-01-01T00:00:00Z')

const RUNS = Number(process.env['RUNS'] ?? 2000)

type Step =
  | { kind: 'publish' | 'withdraw' | 'unpublish'; article: number }
  | { kind: 'rename'; article: number; place: number }

const article = fc.nat({ max: 5 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('publish', 'publish', 'withdraw', 'unpublish'), article }),
  fc.record({ kind: fc.constant('rename'), article, place: fc.nat({ max: 6 }) }),
)

const addressOf = (place: number): string => `/n/place-${place}.html`
const wordsOf = (number: number): string => `第${number}号渠的水`

/** An article moves only to a place where no other stands now, as the rules of the Studio and the build have it. */
function live(history: readonly Step[]): Map<number, ArticleDocument> {
  const standing = new Map<number, ArticleDocument>()
  const isFree = (address: string): boolean => ![...standing.values()].some((one) => one.address === address)
  for (const taken of history) {
    const now = standing.get(taken.article)
    if (taken.kind === 'publish' && now === undefined && isFree(`/n/${taken.article}.html`))
      standing.set(taken.article, fresh(taken.article))
    if (now === undefined) continue
    if (taken.kind === 'unpublish') standing.delete(taken.article)
    if (taken.kind === 'withdraw') standing.set(taken.article, { ...now, withdrawn: { reason: '事实有误' } })
    if (taken.kind === 'rename' && isFree(addressOf(taken.place))) {
      const formerAddresses = [...(now.formerAddresses ?? []), now.address]
      standing.set(taken.article, { ...now, address: addressOf(taken.place), formerAddresses })
    }
  }
  return standing
}

const fresh = (number: number): ArticleDocument => ({
  _id: `article-${number}`,
  _type: 'article',
  _createdAt: '2024-01-01T00:00:00Z',
  _updatedAt: '2024-01-01T00:00:00Z',
  _rev: 'r',
  title: `${wordsOf(number)}题`,
  publishedAt: `2024-06-0${number + 1}T00:30:00Z`,
  address: `/n/${number}.html`,
  lead: `${wordsOf(number)}到了田头。`,
})

const goalOf = (page: string): string | undefined => /http-equiv="refresh" content="0; url=([^"]+)"/u.exec(page)?.[1]

/** What is wrong with one article's addresses: nothing, or one line each. */
function faultsOf(number: number, { address, formerAddresses = [], withdrawn }: ArticleDocument, site: Site): string[] {
  const [words, page] = [wordsOf(number), site.get(address) ?? '']
  const own = page.includes(withdrawn === undefined ? `${words}到了田头` : '本文已撤回')
    ? []
    : [`${address} is not its page`]
  const left = withdrawn !== undefined && [...site.values()].some((text) => text.includes(words))
  const lost = formerAddresses.flatMap((former) => {
    const found = site.get(former)
    if (found === undefined) return [`${former} does not answer`]
    const goal = goalOf(found)
    if (goal === undefined) return []
    const reached = site.get(goal)
    return reached === undefined || goalOf(reached) !== undefined ? [`${former} leads on from ${goal}`] : []
  })
  return [...own, ...(left ? [`${words} is left`] : []), ...lost]
}

type Site = ReadonlyMap<string, string>

describe('after any history', () => {
  it('every address that was answers, in one hop, and of what was withdrawn no word is left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), (history) => {
        const standing = live(history)
        const site = cleanSite(catalogueOf({ ...EMPTY, articles: [...standing.values()] }, NOW))
        expect([...standing].flatMap(([number, one]) => faultsOf(number, one, site))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })
})
