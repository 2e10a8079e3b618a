/**
 * A source's page and its list of one month.
 *
 *   sourceKind.model('source-hefeng-ribao', catalogue)               →  { title: '禾风日报', note: '报纸', listings: […], periods: […], … }
 *   sourceMonthKind.model('source-hefeng-ribao/2024-06', catalogue)  →  every article of that month from there, or the newest and the way to its parts
 */
import type { Catalogue } from '../catalogue.ts'
import { monthOf } from '../entries.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import { canonicalOf, partAddress, sourceAddress, sourceLink, webAddress } from '../links.ts'
import { linkedSource } from '../linkedData.ts'
import { listingOf, MOST_HEADS, periodsOf, roomBeside, withoutSource, type ListingPage } from '../listing.ts'
import { formatPeriod } from '../periods.ts'
import { rolledTouched } from '../rolledTouched.ts'
import { rolledPage, rolledPeriods, type Roll } from '../rolls.ts'
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
  const [id = '', period = ''] = key.split('/')
  return partAddress(sourceAddress(id), period)
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
      path: [{ text: '关于本站', href: '/about/' }],
      title: source.name,
      note: KINDS[source.kind ?? 'other'],
      home: webAddress(source.home),
      children: [],
      listings: [listingOf('稿件', catalogue.list('source', id, MOST_HEADS).map(withoutSource), extent, catalogue)],
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
  partOf: (key) => sourceAddress(key.split('/')[0] ?? ''),
  keys: (catalogue) =>
    catalogue.tallies('sourceMonth').flatMap(({ key }) => {
      const [id = '', whole = ''] = key.split('/')
      if (catalogue.source(id) === undefined) return []
      return rolledPeriods(rollsOf(key, catalogue), whole, catalogue).map((period) => `${id}/${period}`)
    }),
  address: addressOf,
  model: (key, catalogue) => {
    const [id = '', period = ''] = key.split('/')
    const whole = period.slice(0, 7)
    const source = catalogue.source(id)
    const address = (other: string): string => addressOf(`${id}/${other}`)
    const rolled = rolledPage(rollsOf(`${id}/${whole}`, catalogue), { whole, period }, address, catalogue)
    if (source === undefined || rolled === undefined) return undefined
    const { up, ...lists } = rolled
    const site = siteModel(catalogue)
    return {
      site,
      address: addressOf(key),
      canonical: canonicalOf(site.origin, addressOf(key)),
      path: [sourceLink(source), ...up],
      title: `${source.name} ${formatPeriod(period)}`,
      children: [],
      periods: [],
      ...lists,
      ...(period === whole ? monthsAround([id], 'sourceMonth', whole, address, catalogue) : {}),
    }
  },
  touched: (change, catalogue) => {
    const months = touchedThrough(change, catalogue, ({ source: id, publishedAt }) =>
      id === undefined ? [] : [`${id}/${monthOf(publishedAt)}`],
    )
    if (months === ALL) return ALL
    const touched = months.flatMap((key) => {
      const [id = '', whole = ''] = key.split('/')
      const { before, after } = monthsBeside([id], 'sourceMonth', whole, catalogue)
      const own = rolledTouched(rollsOf(key, catalogue), { whole, index: 'sourceMonth' }, change, catalogue)
      return [...own, before, after].flatMap((one) => (one === undefined ? [] : [`${id}/${one}`]))
    })
    return [...new Set(touched)]
  },
}

/** Of one source all of them: no row repeats its name. */
const rollsOf = (key: string, catalogue: Catalogue): Roll[] => [
  { label: '稿件', keys: [key], heads: catalogue.list('sourceMonth', key).map(withoutSource) },
]

/** A source that no article names yet has a page too. */
const withOwn = (change: Change, touched: readonly string[] | typeof ALL): readonly string[] | typeof ALL =>
  touched === ALL || change.type !== 'source' ? touched : [...new Set([idOf(change), ...touched])]
