/**
 * A source's page and its list of one month.
 *
 *   sourceKind.model('source-hefeng-ribao', catalogue)               →  { title: '禾风日报', note: '报纸', listings: […], periods: […], … }
 *   sourceMonthKind.model('source-hefeng-ribao/2024-06', catalogue)  →  every article of that month from there
 */
import { formatDate } from '../../text/dates.ts'
import type { Catalogue } from '../catalogue.ts'
import { monthOf } from '../entries.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import { canonicalOf, partAddress, sourceAddress, sourceLink, webAddress } from '../links.ts'
import { linkedSource } from '../linkedData.ts'
import { listingOf, MOST_HEADS, periodsOf, roomBeside, type ListingPage } from '../listing.ts'
import { siteModel } from '../site.ts'
import { idOf, touchedThrough } from '../touch.ts'
import { monthsAround, monthsBeside } from './months.ts'

const KINDS = {
  newspaper: '报纸',
  agency: '通讯社',
  website: '网站',
  broadcaster: '广播电视',
  magazine: '杂志',
  desk: '部门',
  other: '',
} as const

const addressOf = (key: string): string => {
  const [id = '', month = ''] = key.split('/')
  return partAddress(sourceAddress(id), month)
}

export const sourceKind: PageKind<ListingPage> = {
  keys: (catalogue) => catalogue.sources().map(({ _id }) => _id),
  address: sourceAddress,
  model: (id, catalogue) => {
    const source = catalogue.source(id)
    if (source === undefined) return undefined
    const site = siteModel(catalogue)
    const months = catalogue.tallies('sourceMonth', `${id}/`).map(({ key, count }) => ({ key: key.slice(-7), count }))
    const extent = { total: catalogue.count('source', id), room: roomBeside(months.length) }
    return {
      site,
      address: sourceAddress(id),
      canonical: canonicalOf(site.origin, sourceAddress(id)),
      path: [],
      title: source.name,
      note: KINDS[source.kind ?? 'other'],
      home: webAddress(source.home),
      children: [],
      listings: [listingOf('稿件', catalogue.list('source', id, MOST_HEADS), extent, catalogue)],
      periods: periodsOf(months, (month) => addressOf(`${id}/${month}`)),
      data: linkedSource(source, catalogue),
    }
  },
  touched: (change, catalogue) =>
    withOwn(
      change,
      touchedThrough(change, catalogue, ({ source }) => (source === undefined ? [] : [source])),
    ),
}

export const sourceMonthKind: PageKind<ListingPage> = {
  keys: (catalogue) =>
    catalogue.tallies('sourceMonth').flatMap(({ key }) => (sourceOf(key, catalogue) === undefined ? [] : [key])),
  address: addressOf,
  model: (key, catalogue) => {
    const source = sourceOf(key, catalogue)
    const heads = catalogue.list('sourceMonth', key)
    if (source === undefined || heads.length === 0) return undefined
    const site = siteModel(catalogue)
    const month = key.slice(-7)
    return {
      site,
      address: addressOf(key),
      canonical: canonicalOf(site.origin, addressOf(key)),
      path: [sourceLink(source)],
      title: `${source.name} ${formatDate(month)}`,
      children: [],
      listings: [listingOf('稿件', heads, { total: heads.length }, catalogue)],
      periods: [],
      ...monthsAround([source._id], 'sourceMonth', month, (other) => addressOf(`${source._id}/${other}`), catalogue),
    }
  },
  touched: (change, catalogue) =>
    touchedThrough(change, catalogue, ({ source: id, publishedAt }) => {
      if (id === undefined) return []
      const month = monthOf(publishedAt)
      const { before, after } = monthsBeside([id], 'sourceMonth', month, catalogue)
      return [month, before, after].flatMap((one) => (one === undefined ? [] : [`${id}/${one}`]))
    }),
}

const sourceOf = (key: string, catalogue: Catalogue) => catalogue.source(key.slice(0, key.indexOf('/')))

/** A source that no article names yet has a page too. */
const withOwn = (change: Change, touched: readonly string[] | typeof ALL): readonly string[] | typeof ALL =>
  touched === ALL || change.type !== 'source' ? touched : [...new Set([idOf(change), ...touched])]
