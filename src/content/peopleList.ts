/**
 * People in the order of their names' readings, a page for each first letter.
 *
 *   initialsOf(catalogue)           →  ['B', 'C', 'F', … , '#']      # for who is read in no Latin letter
 *   peopleUnder('S', catalogue)     →  [{ text: '单晓岚', href: '/people/….html', about: '禾风日报 记者' }, …]   单 stands at shàn
 *   peopleAddress('S')              →  '/search/people-s.html'
 */
import { byReading, readingOf } from '../search/script/readings.ts'
import type { Catalogue } from './catalogue.ts'
import type { ProfileDocument } from './documents.ts'
import { personLink, type Link } from './links.ts'

export interface PersonLine extends Link {
  /** What tells them apart from namesakes. */
  about: string
}

const OTHERS = '#'

export const peopleAddress = (initial: string): string =>
  `/search/people-${initial === OTHERS ? 'other' : initial.toLowerCase()}.html`

export function initialOf({ name, reading }: Pick<ProfileDocument, 'name' | 'reading'>): string {
  const [first = ''] = readingOf(name, reading).normalize('NFD').toUpperCase()
  return /[A-Z]/u.test(first) ? first : OTHERS
}

export function initialsOf(catalogue: Catalogue): string[] {
  const found = new Set<string>()
  for (const profile of everyone(catalogue)) found.add(initialOf(profile))
  return [...found].toSorted((a, b) => Number(a === OTHERS) - Number(b === OTHERS) || (a < b ? -1 : 1))
}

export function peopleUnder(initial: string, catalogue: Catalogue): PersonLine[] {
  return [...everyone(catalogue)]
    .filter((profile) => initialOf(profile) === initial)
    .map((profile) => ({ profile, name: profile.name, reading: readingOf(profile.name, profile.reading) }))
    .toSorted(byReading)
    .map(({ profile }) => ({
      ...personLink(profile),
      about: [profile.place, profile.organisation, profile.position].filter(Boolean).join(' '),
    }))
}

function* everyone(catalogue: Catalogue): Generator<ProfileDocument> {
  for (const { key } of catalogue.profileTallies('initial')) yield* catalogue.profiles('initial', key)
}
