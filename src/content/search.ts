/**
 * The search page: what its form offers, and where to look without it.
 *
 *   searchPage(catalogue).map      →  '201601-32-10 201905-1-7'
 *   searchPage(catalogue).browse   →  [{ title: '日历', links: [2024年, 2023年, …] }, { title: '频道', … }, { title: '人物', … }]
 */
import { ROLES } from '../../sanity/schema/roles.ts'
import { formatMap } from '../search/segments.ts'
import { formatDate } from '../text/dates.ts'
import { monthsOf } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import { canonicalOf, channelLink, yearAddress, type Link } from './links.ts'
import { initialsOf, peopleAddress } from './peopleList.ts'
import { segmentsIn } from './searchIndex.ts'
import { channelsUnder, siteModel, topChannels, type SiteModel } from './site.ts'

export interface SearchPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  /** The index's segments, as the script reads them (src/search/segments.ts). */
  map: string
  channels: Choice[]
  /** Newest first. */
  years: Choice[]
  sources: Choice[]
  roles: Choice[]
  browse: { title: string; links: Link[] }[]
}

interface Choice {
  value: string
  label: string
}

export const SEARCH_ADDRESS = '/search/index.html'

export function searchPage(catalogue: Catalogue): SearchPage {
  const site = siteModel(catalogue)
  const years = monthsOf(catalogue.tallies('day'), 4).toReversed()
  const channels = topChannels(catalogue.channels()).flatMap((top) => [top, ...channelsUnder(catalogue, top._id)])
  return {
    site,
    address: SEARCH_ADDRESS,
    canonical: canonicalOf(site.origin, '/search/'),
    map: formatMap(segmentsIn(catalogue)),
    channels: channels.map(({ path, name }) => ({ value: path, label: name })),
    years: years.map(({ key }) => ({ value: key, label: formatDate(key) })),
    sources: [...new Set(catalogue.sources().map(({ name }) => name))].map((name) => ({ value: name, label: name })),
    roles: ROLES.map(({ id, title }) => ({ value: id, label: title })),
    browse: [
      { title: '日历', links: years.map(({ key }) => ({ text: formatDate(key), href: yearAddress(key) })) },
      { title: '频道', links: channels.map(channelLink) },
      {
        title: '人物，按姓名拼音',
        links: initialsOf(catalogue).map((initial) => ({ text: initial, href: peopleAddress(initial) })),
      },
    ].filter(({ links }) => links.length > 0),
  }
}
