/**
 * A person's page: who they are, told apart from namesakes, and what they wrote, edited or appear in.
 *
 *   personPage(profile, catalogue)  →  { name: '韩岭', about: '禾风日报 编辑', listings: [{ label: '责编', total: 3, days: […] }, …], … }
 */
import { ROLES } from '../../sanity/schema/roles.ts'
import { formatDate } from '../text/dates.ts'
import { totalOf } from './calendar.ts'
import type { Catalogue, Head } from './catalogue.ts'
import type { ProfileDocument } from './documents.ts'
import { linkedPerson } from './linkedData.ts'
import { canonicalOf, hrefOf, partAddress, personAddress, personLink, type Link } from './links.ts'
import { LIST_ROOM, listingOf, MOST_HEADS, type Listing, type ListingPage, type Period } from './listing.ts'
import { imageModel, type PictureModel } from './picture.ts'
import { siteModel, type SiteModel } from './site.ts'

export interface PersonPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  name: string
  native?: { text: string; lang: string; script: string }
  otherNames: string[]
  about: string
  note?: string | undefined
  portrait?: Pick<PictureModel, 'src' | 'width' | 'height'> | undefined
  /** Others of the same name, with what tells them apart. */
  namesakes: (Link & { about: string })[]
  listings: Listing[]
  periods: Period[]
  data: object
}

/** In the order of the table of roles; who is written about comes last. */
const PARTS = [...ROLES.map(({ id, title }) => ({ id, title })), { id: 'mentioned', title: '文中人物' }]

/** With more parts than this in articles a person has pages by year, for they do not fit on one. */
export const MANY_PARTS = 30

export function personPage(profile: ProfileDocument, catalogue: Catalogue): PersonPage {
  const { _id: id, name, nativeName, note } = profile
  const site = siteModel(catalogue)
  const address = personAddress(id)
  return {
    site,
    address,
    canonical: canonicalOf(site.origin, address),
    name,
    ...(nativeName?.text === undefined
      ? {}
      : { native: { text: nativeName.text, lang: nativeName.lang ?? 'und', script: nativeName.script ?? '' } }),
    otherNames: profile.otherNames ?? [],
    about: aboutOf(profile),
    note,
    portrait: imageModel(profile.portrait?.asset?._ref, catalogue),
    namesakes: catalogue
      .profiles('name', name)
      .filter(({ _id }) => _id !== id)
      .map((other) => ({ text: name, href: hrefOf(personAddress(other._id)), about: aboutOf(other) })),
    listings: listingsUnder('person', id, LIST_ROOM - 3 * (note?.length ?? 0), catalogue),
    periods: yearsPeriod(id, catalogue, (year) => totalOf(catalogue.tallies('personYear', `${id}/${year}/`))),
    data: linkedPerson(profile, catalogue),
  }
}

/** One year of a person: everything, by what they did. */
export function personYearPage(profile: ProfileDocument, year: string, catalogue: Catalogue): ListingPage | undefined {
  const listings = listingsUnder('personYear', `${profile._id}/${year}`, undefined, catalogue)
  if (listings.length === 0 || !hasYears(profile._id, catalogue)) return undefined
  const site = siteModel(catalogue)
  const address = personYearAddress(`${profile._id}/${year}`)
  return {
    site,
    address,
    canonical: canonicalOf(site.origin, address),
    path: [personLink(profile)],
    title: `${profile.name} ${formatDate(year)}`,
    note: aboutOf(profile),
    children: [],
    listings,
    periods: yearsPeriod(profile._id, catalogue, () => undefined),
  }
}

export const personYearAddress = (key: string): string => {
  const [id = '', year = ''] = key.split('/')
  return partAddress(personAddress(id), year)
}

export const partsTotal = (id: string, catalogue: Catalogue): number => totalOf(catalogue.tallies('person', `${id}/`))

export const hasYears = (id: string, catalogue: Catalogue): boolean => partsTotal(id, catalogue) > MANY_PARTS

/** `['2023', '2024']` */
export const yearsOf = (id: string, catalogue: Catalogue): string[] => [
  ...new Set(catalogue.tallies('personYear', `${id}/`).map(({ key }) => key.slice(id.length + 1, id.length + 5))),
]

/** Newest year first. The years' own pages do not count each other, or each article would change all of them. */
function yearsPeriod(id: string, catalogue: Catalogue, count: (year: string) => number | undefined): Period[] {
  if (!hasYears(id, catalogue)) return []
  const years = yearsOf(id, catalogue).toReversed()
  const links = years.map((year) => ({
    text: formatDate(year),
    href: hrefOf(personYearAddress(`${id}/${year}`)),
    count: count(year),
  }))
  return [{ label: '按年', links }]
}

/** A list for each part that the person has; the room, in bytes, is shared among them. */
function listingsUnder(
  index: 'person' | 'personYear',
  key: string,
  room: number | undefined,
  catalogue: Catalogue,
): Listing[] {
  const parts = PARTS.filter(({ id }) => catalogue.count(index, `${key}/${id}`) > 0)
  return parts.map(({ id, title }) => {
    const own = `${key}/${id}`
    const heads = catalogue.list(index, own, room === undefined ? undefined : MOST_HEADS).map(withoutSource)
    const shared = room === undefined ? {} : { room: room / parts.length }
    return listingOf(title, heads, { total: catalogue.count(index, own), ...shared }, catalogue)
  })
}

/** A person's lists print no source, so that a source which is renamed touches none of them. */
const withoutSource = (head: Head): Head => ({ ...head, source: undefined })

const aboutOf = ({ organisation, position, place }: ProfileDocument): string =>
  [place, organisation, position].filter(Boolean).join(' ')
