/**
 * The search page, and the lists of people by their names' readings to which it leads.
 *
 *   searchKind.model('', catalogue)     →  { map: '201601-32-10 …', channels: [...], browse: [...], … }
 *   peopleKind.model('S', catalogue)    →  { title: '人物：S', people: [{ text: '单晓岚', href: …, about: … }], initials: [...], … }
 */
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, type Link } from '../links.ts'
import { initialOf, initialsOf, peopleAddress, peopleUnder, type PersonLine } from '../peopleList.ts'
import { SEARCH_ADDRESS, searchPage, type SearchPage } from '../search.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export const searchKind: PageKind<SearchPage> = {
  keys: () => [''],
  address: () => SEARCH_ADDRESS,
  model: (_key, catalogue) => searchPage(catalogue),
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'picture' ? [] : ['']
  },
}

export interface PeoplePage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  path: Link[]
  initial: string
  people: PersonLine[]
  initials: Link[]
}

export const peopleKind: PageKind<PeoplePage> = {
  keys: initialsOf,
  address: peopleAddress,
  model: (initial, catalogue) => {
    const people = peopleUnder(initial, catalogue)
    if (people.length === 0) return undefined
    const site = siteModel(catalogue)
    const address = peopleAddress(initial)
    return {
      site,
      address,
      canonical: canonicalOf(site.origin, address),
      path: [{ text: '查找', href: '/search/' }],
      initial,
      people,
      initials: initialsOf(catalogue).map((one) => ({ text: one, href: peopleAddress(one) })),
    }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    if (change.type !== 'profile') return []
    // Every page of them names all initials.
    const own = [change.before, change.after].flatMap((profile) => (profile === undefined ? [] : [initialOf(profile)]))
    return [...new Set([...own, ...initialsOf(catalogue)])]
  },
}
