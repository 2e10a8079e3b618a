/**
 * A person's page: who they are, told apart from namesakes, and what they wrote, edited or appear in.
 *
 *   personPage(profile, catalogue)  →  { name: '韩岭', about: '禾风日报 编辑', listings: [{ label: '责编', total: 3, days: […] }, …], … }
 */
import { ROLES } from '../../sanity/schema/roles.ts'
import { formatDate } from '../text/dates.ts'
import { totalOf } from './calendar.ts'
import type { Catalogue, Tally } from './catalogue.ts'
import type { ProfileDocument } from './documents.ts'
import { linkedPerson } from './linkedData.ts'
import { canonicalOf, hrefOf, partAddress, personAddress, personLink, type Link } from './links.ts'
import {
  listingOf,
  MOST_HEADS,
  periodsOf,
  roomBeside,
  withoutSource,
  type Listing,
  type ListingPage,
  type Period,
} from './listing.ts'
import { mergeTallies } from './merge.ts'
import { formatPeriod } from './periods.ts'
import { imageModel, type ImageModel } from './picture.ts'
import { rolledPage, type Roll } from './rolls.ts'
import { siteModel, type SiteModel } from './site.ts'

/** A name in the script that its bearer writes it in. */
export interface NativeName {
  text: string
  /** `ug`, with the script as BCP 47 has it (`ug-Arab`) where it is recorded; `und` where the language is not. */
  lang: string
  dir: 'ltr' | 'rtl'
}

export interface PersonPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  name: string
  native: NativeName | undefined
  otherNames: string[]
  about: string
  note?: string | undefined
  portrait?: ImageModel | undefined
  /** Others of the same name, with what tells them apart. */
  namesakes: (Link & { about: string })[]
  listings: Listing[]
  periods: Period[]
  data: object
}

/** Scripts written from right to left (Unicode 17, bidi class R or AL) that names in China are written in. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Syrc', 'Hebr'])

export function nativeOf({ nativeName }: ProfileDocument): NativeName | undefined {
  if (nativeName?.text === undefined) return undefined
  const { text, lang = 'und', script } = nativeName
  return {
    text,
    lang: script === undefined || script === '' ? lang : `${lang}-${script}`,
    dir: RIGHT_TO_LEFT.has(script ?? '') ? 'rtl' : 'ltr',
  }
}

/** In the order of the table of roles; who is written about comes last. */
const PARTS = [...ROLES.map(({ id, title }) => ({ id, title })), { id: 'mentioned', title: '文中人物' }]

/** With more parts than this in articles a person has pages by month, for they do not fit on one. */
export const MANY_PARTS = 30

export function personPage(profile: ProfileDocument, catalogue: Catalogue): PersonPage {
  const { _id: id, name, note } = profile
  const site = siteModel(catalogue)
  const address = personAddress(id)
  const periods = monthPeriods(id, catalogue)
  const months = periods.reduce((sum, { links }) => sum + links.length, 0)
  return {
    site,
    address,
    canonical: canonicalOf(site.origin, address),
    name,
    native: nativeOf(profile),
    otherNames: profile.otherNames ?? [],
    about: aboutOf(profile),
    note,
    portrait: imageModel(profile.portrait?.asset?._ref, catalogue),
    namesakes: catalogue
      .profiles('name', name)
      .filter(({ _id }) => _id !== id)
      .map((other) => ({ text: name, href: hrefOf(personAddress(other._id)), about: aboutOf(other) })),
    listings: listingsUnder(id, roomBeside(months) - 3 * (note?.length ?? 0), catalogue),
    periods,
    data: linkedPerson(profile, catalogue),
  }
}

/** One month of a person, or a part of it: everything, by what they did. */
export function personMonthPage(
  profile: ProfileDocument,
  period: string,
  catalogue: Catalogue,
): ListingPage | undefined {
  const { _id: id, name } = profile
  const whole = period.slice(0, 7)
  const address = (other: string): string => personMonthAddress(`${id}/${other}`)
  const rolled = rolledPage(rollsOfPerson(id, whole, catalogue), { whole, period }, address, catalogue)
  if (rolled === undefined || !hasMonths(id, catalogue)) return undefined
  const { up, ...lists } = rolled
  const site = siteModel(catalogue)
  return {
    site,
    address: address(period),
    canonical: canonicalOf(site.origin, address(period)),
    path: [personLink(profile), ...up],
    title: `${name} ${formatPeriod(period)}`,
    note: aboutOf(profile),
    children: [],
    periods: [],
    ...lists,
    ...(period === whole ? besideMonth(id, whole, catalogue) : {}),
  }
}

/** All parts, those too in which nothing stands (any more); who has a month has two or three of some twenty. */
export function rollsOfPerson(id: string, month: string, catalogue: Catalogue): Roll[] {
  const filled = new Set(catalogue.tallies('personMonth', `${id}/${month}/`).map(({ key }) => key))
  return PARTS.map(({ id: part, title }) => {
    const key = `${id}/${month}/${part}`
    return {
      label: title,
      keys: [key],
      heads: filled.has(key) ? catalogue.list('personMonth', key).map(withoutSource) : [],
    }
  })
}

export const personMonthAddress = (key: string): string => {
  const [id = '', period = ''] = key.split('/')
  return partAddress(personAddress(id), period)
}

export const partsTotal = (id: string, catalogue: Catalogue): number => totalOf(catalogue.tallies('person', `${id}/`))

export const hasMonths = (id: string, catalogue: Catalogue): boolean => partsTotal(id, catalogue) > MANY_PARTS

/** `[{ key: '2023-12', count: 1 }, { key: '2024-06', count: 3 }]` */
export const monthsOfPerson = (id: string, catalogue: Catalogue): Tally[] => {
  const parts = catalogue.tallies('personMonth', `${id}/`)
  return mergeTallies([parts.map(({ key, count }) => ({ key: key.slice(id.length + 1, id.length + 8), count }))])
}

function monthPeriods(id: string, catalogue: Catalogue): Period[] {
  if (!hasMonths(id, catalogue)) return []
  return periodsOf(monthsOfPerson(id, catalogue), (month) => personMonthAddress(`${id}/${month}`))
}

/** The months before and after one; itself need not be there. */
export function monthsBesidePerson(id: string, month: string, catalogue: Catalogue) {
  const cut = (key: string | undefined): string | undefined => key?.slice(id.length + 1, id.length + 8)
  return {
    before: cut(catalogue.beside('personMonth', `${id}/${month}`, `${id}/`).before),
    after: cut(catalogue.beside('personMonth', `${id}/${month}/~`, `${id}/`).after),
  }
}

function besideMonth(id: string, month: string, catalogue: Catalogue): Pick<ListingPage, 'earlier' | 'later'> {
  const { before, after } = monthsBesidePerson(id, month, catalogue)
  const link = (one: string | undefined): Link | undefined =>
    one === undefined ? undefined : { text: formatDate(one), href: hrefOf(personMonthAddress(`${id}/${one}`)) }
  return { earlier: link(before), later: link(after) }
}

/** A list for each part that the person has; the room, in bytes, is shared among them. */
function listingsUnder(person: string, room: number, catalogue: Catalogue): Listing[] {
  const parts = PARTS.filter(({ id }) => catalogue.count('person', `${person}/${id}`) > 0)
  return parts.map(({ id, title }) => {
    const own = `${person}/${id}`
    const heads = catalogue.list('person', own, MOST_HEADS).map(withoutSource)
    return listingOf(title, heads, { total: catalogue.count('person', own), room: room / parts.length }, catalogue)
  })
}

export const aboutOf = ({ organisation, position, place }: ProfileDocument): string =>
  [place, organisation, position].filter(Boolean).join(' ')
