/** The search index kept up by what a change touches is the index that a build would write, and people stand in reading order. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/catalogue.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { peopleUnder } from '../../src/content/peopleList.ts'
import { searchPage } from '../../src/content/search.ts'
import { daysTouched, entriesIn, segmentsIn, segmentsToWrite } from '../../src/content/searchIndex.ts'
import { segmentFiles } from '../../src/search/make/files.ts'
import type { Segment } from '../../src/search/segments.ts'
import { EMPTY, steps, take } from './small.ts'

const NOW = new Date('2026-01-01T00:00:00Z')
const RUNS = Number(process.env['RUNS'] ?? 8)

const filesOf = (segment: Segment, catalogue: Catalogue): [string, string][] =>
  [...segmentFiles(segment, [...entriesIn(segment, catalogue)])].map(({ address, bytes }) => [
    address,
    bytes.toString('base64'),
  ])

const cleanIndex = (catalogue: Catalogue): Map<string, string> =>
  new Map(segmentsIn(catalogue).flatMap((segment) => filesOf(segment, catalogue)))

const isIn = (address: string, segments: readonly Segment[], catalogue: Catalogue): boolean =>
  segments.some((segment) => filesOf(segment, catalogue).some(([own]) => own === address))

describe('a publish', () => {
  it('writes the touched segments and leaves the index that a build would write, after any history', () => {
    let written = 0
    fc.assert(
      fc.property(steps(20), (history) => {
        let documents = EMPTY
        let catalogue = catalogueOf(documents, NOW)
        let index = cleanIndex(catalogue)
        for (const step of history) {
          const before = segmentsIn(catalogue)
          const taken = take(documents, step)
          documents = taken.documents
          catalogue = catalogueOf(documents, NOW)
          const clean = cleanIndex(catalogue)
          const now = segmentsIn(catalogue)
          const again = segmentsToWrite(before, daysTouched(taken.change, catalogue), catalogue)
          const kept = [...index].filter(
            ([address]) => isIn(address, now, catalogue) && !isIn(address, again, catalogue),
          )
          index = new Map([...kept, ...again.flatMap((segment) => filesOf(segment, catalogue))])
          expect(Object.fromEntries(index)).toEqual(Object.fromEntries(clean))
          written += again.length
          index = clean
        }
      }),
      { numRuns: RUNS },
    )
    expect(written).toBeGreaterThan(0)
  })
})

const profile = (_id: string, name: string, reading?: string) => ({
  _id,
  _type: 'profile' as const,
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  name,
  ...(reading === undefined ? {} : { reading }),
})

describe('people', () => {
  const people = [
    profile('profile-a', '单晓岚'),
    profile('profile-b', '柏宁', 'bó níng'),
    profile('profile-c', '沈岚'),
    profile('profile-d', '申岚'),
  ]
  const catalogue = catalogueOf({ ...EMPTY, profiles: people }, NOW)

  it('stand under the letter and in the order of their readings, an editor’s before the rule', () => {
    expect(peopleUnder('S', catalogue).map(({ text }) => text)).toEqual(['单晓岚', '申岚', '沈岚'])
    expect(peopleUnder('B', catalogue).map(({ text }) => text)).toEqual(['柏宁'])
    const links = searchPage(catalogue).browse.find(({ title }) => title.startsWith('人物'))?.links
    expect(links?.map(({ href }) => href)).toEqual(['/search/people-b.html', '/search/people-s.html'])
  })
})
