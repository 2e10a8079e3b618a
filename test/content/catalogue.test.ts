/** The catalogue in memory answers as the entries of its articles say; whoever writes another holds it to the same. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byNewest, headOf, type Catalogue, type Head } from '../../src/content/catalogue.ts'
import type { Documents } from '../../src/content/documents.ts'
import { entriesOf } from '../../src/content/entries.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { EMPTY, steps, take } from './small.ts'

const NOW = new Date('2026-01-01T00:00:00Z')

/** By index and key, in order, made the long way. */
function expected({ articles }: Documents): Map<string, Head[]> {
  const lists = new Map<string, Head[]>()
  const sorted = articles.toSorted((a, b) => byNewest(headOf(a), headOf(b)))
  for (const article of sorted)
    for (const { index, key } of entriesOf(article)) {
      const name = `${index} ${key}`
      lists.set(name, [...(lists.get(name) ?? []), headOf(article)])
    }
  return lists
}

const filed = steps(30).map((history) => history.reduce((documents, step) => take(documents, step).documents, EMPTY))

describe('the catalogue', () => {
  it('lists, counts and finds neighbours as the entries say', () => {
    fc.assert(
      fc.property(filed, (documents) => {
        const catalogue = catalogueOf(documents, NOW)
        const entries = documents.articles.flatMap(entriesOf)
        const lists = expected(documents)
        for (const { index, key } of entries) {
          const list = lists.get(`${index} ${key}`) ?? []
          expect(catalogue.list(index, key)).toEqual(list)
          expect(catalogue.count(index, key)).toBe(list.length)
          list.forEach((head, at) =>
            expect(catalogue.around(index, key, head)).toEqual({ newer: list[at - 1], older: list[at + 1] }),
          )
        }
        for (const index of new Set(entries.map((entry) => entry.index))) expectTallies(index, entries, catalogue)
      }),
      { numRuns: 40 },
    )
  })

  it('holds back what is under an embargo', () => {
    const article = {
      ...EMPTY.channels[0],
      _type: 'article' as const,
      _id: 'a',
      _rev: 'r',
      title: '雪',
      address: '/a.html',
    }
    const held = {
      ...article,
      _createdAt: '',
      _updatedAt: '',
      publishedAt: '2025-12-31T00:00:00Z',
      embargo: '2026-01-02T00:00:00Z',
    }
    const documents = { ...EMPTY, articles: [held] }
    expect(catalogueOf(documents, NOW).count('all', '')).toBe(0)
    expect(catalogueOf(documents, new Date('2026-01-02T00:00:00Z')).count('all', '')).toBe(1)
  })
})

type Entries = ReturnType<typeof entriesOf>

/** Keys in order with their counts, and for each the one before and after it. */
function expectTallies(index: Entries[number]['index'], entries: Entries, catalogue: Catalogue): void {
  const keys = entries.filter((entry) => entry.index === index).map(({ key }) => key)
  const distinct = [...new Set(keys)].toSorted()
  expect(catalogue.tallies(index)).toEqual(
    distinct.map((key) => ({ key, count: keys.filter((one) => one === key).length })),
  )
  distinct.forEach((key, at) =>
    expect(catalogue.beside(index, key)).toEqual({ before: distinct[at - 1], after: distinct[at + 1] }),
  )
}
