/**
 * Everyone in the archive by the first letter of the name; and a page for each letter where there are too many for one.
 *
 *   everyoneKind.model('', catalogue)    →  { title: '人物', groups: [{ label: '韩', people: [{ text: '韩岭', about: '禾风日报 编辑', … }], href: … }, …] }
 *   everyoneKind.model('韩', catalogue)  →  only those
 */
import type { Catalogue, Tally } from '../catalogue.ts'
import type { ProfileDocument } from '../documents.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, hrefOf, personLink, type Link } from '../links.ts'
import { aboutOf } from '../people.ts'
import { PROFILE_KEYS } from '../catalogue.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export interface EveryonePage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  path: Link[]
  title: string
  total: number
  groups: PeopleGroup[]
}

export interface PeopleGroup {
  label: string
  count: number
  /** The page of this letter, where it has one. */
  href: string | undefined
  /** Empty where they stand on the letter's own page. */
  people: (Link & { about: string })[]
}

/** So many people, each with a link and a few words, fill a page. */
const A_PAGE = 60
const ADDRESS = '/people/index.html'

/** `/people/by/97e9.html`: by code point, for a letter may be one that no address holds. */
const addressOf = (letter: string): string =>
  letter === '' ? ADDRESS : `/people/by/${(letter.codePointAt(0) ?? 0).toString(16)}.html`

const letters = (catalogue: Catalogue): readonly Tally[] => catalogue.profileTallies('initial')
const totalOf = (catalogue: Catalogue): number => letters(catalogue).reduce((sum, { count }) => sum + count, 0)

export const everyoneKind: PageKind<EveryonePage> = {
  keys: (catalogue) => (totalOf(catalogue) <= A_PAGE ? [''] : ['', ...letters(catalogue).map(({ key }) => key)]),
  address: addressOf,
  model: (letter, catalogue) => {
    const total = totalOf(catalogue)
    const apart = total > A_PAGE
    const shown = letter === '' ? letters(catalogue) : letters(catalogue).filter(({ key }) => key === letter)
    if (letter !== '' && (!apart || shown.length === 0)) return undefined
    const site = siteModel(catalogue)
    return {
      site,
      address: addressOf(letter),
      canonical: canonicalOf(site.origin, addressOf(letter)),
      path: letter === '' ? [] : [{ text: '人物', href: '/people/' }],
      title: letter === '' ? '人物' : `人物：${letter}`,
      total: letter === '' ? total : (shown[0]?.count ?? 0),
      groups: shown.map(({ key, count }) => ({
        label: key,
        count,
        href: apart && letter === '' ? hrefOf(addressOf(key)) : undefined,
        people: apart && letter === '' ? [] : catalogue.profiles('initial', key).map(lineOf),
      })),
    }
  },
  // Whether the letters have pages of their own turns on the number of people, so a person who comes or goes touches all of them.
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type !== 'profile') return []
    const own = [change.before, change.after].flatMap((profile) => (profile === undefined ? [] : [initialOf(profile)]))
    const isNear = Math.abs(totalOf(catalogue) - A_PAGE) <= 1
    return [...new Set(['', ...own, ...(isNear ? letters(catalogue).map(({ key }) => key) : [])])]
  },
}

const initialOf = (profile: ProfileDocument): string => PROFILE_KEYS.initial(profile) ?? ''

const lineOf = (profile: ProfileDocument): Link & { about: string } => ({
  ...personLink(profile),
  about: aboutOf(profile),
})
