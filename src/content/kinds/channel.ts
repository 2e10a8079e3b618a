/**
 * A channel's page, with what stands below it; and its list of one month.
 *
 *   channelKind.model('xiangcun', catalogue)               →  { title: '乡村', children: [农时], listings: […], periods: [2024年 …], … }
 *   channelMonthKind.model('xiangcun/2024-06', catalogue)  →  every article of that month there, or the newest and the way to its parts
 */
import type { Catalogue, Tally } from '../catalogue.ts'
import type { ChannelDocument } from '../documents.ts'
import { monthOf } from '../entries.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, channelAddress, channelLink, partAddress } from '../links.ts'
import { listingOf, MOST_HEADS, periodsOf, roomBeside, type ListingPage } from '../listing.ts'
import { mergeTallies, newestOf } from '../merge.ts'
import { formatPeriod } from '../periods.ts'
import { rolledTouched } from '../rolledTouched.ts'
import { rolledPage, rolledPeriods, type Roll } from '../rolls.ts'
import { channelPath, channelsAbove, channelsBelow, channelsUnder, siteModel } from '../site.ts'
import { touchedThrough } from '../touch.ts'
import { monthsAround, monthsBeside } from './months.ts'

const channelAt = (path: string, catalogue: Catalogue): ChannelDocument | undefined =>
  catalogue.channels().find((channel) => channel.path === path)

/** What stands in a channel and below it, by month. */
function monthsOfChannel({ _id }: ChannelDocument, catalogue: Catalogue): Tally[] {
  return mergeTallies(
    channelsBelow(catalogue, _id).map((id) =>
      catalogue.tallies('channelMonth', `${id}/`).map(({ key, count }) => ({ key: key.slice(id.length + 1), count })),
    ),
  )
}

const addressOf = (key: string): string => {
  const [path = '', period = ''] = key.split('/')
  return partAddress(channelAddress(path), period)
}

export const channelKind: PageKind<ListingPage> = {
  keys: (catalogue) => catalogue.channels().map(({ path }) => path),
  address: channelAddress,
  model: (path, catalogue) => {
    const channel = channelAt(path, catalogue)
    if (channel === undefined) return undefined
    const site = siteModel(catalogue)
    const below = channelsBelow(catalogue, channel._id)
    const newest = newestOf(
      below.map((id) => catalogue.list('channel', id, MOST_HEADS)),
      MOST_HEADS,
    )
    const months = monthsOfChannel(channel, catalogue)
    const total = below.reduce((sum, id) => sum + catalogue.count('channel', id), 0)
    return {
      site,
      address: channelAddress(path),
      canonical: canonicalOf(site.origin, channelAddress(path)),
      path: channelPath(catalogue, channel.parent?._ref),
      title: channel.name,
      children: channelsUnder(catalogue, channel._id).map(channelLink),
      listings: [listingOf('稿件', newest, { total, room: roomBeside(months.length) }, catalogue)],
      periods: periodsOf(months, (month) => addressOf(`${path}/${month}`)),
    }
  },
  touched: (change, catalogue) =>
    touchedThrough(change, catalogue, ({ channel }) => channelsAbove(catalogue, channel).map(({ path }) => path)),
}

export const channelMonthKind: PageKind<ListingPage> = {
  partOf: (key) => channelAddress(key.split('/')[0] ?? ''),
  keys: (catalogue) =>
    catalogue
      .channels()
      .flatMap((channel) =>
        monthsOfChannel(channel, catalogue).flatMap(({ key }) =>
          rolledPeriods(rollsOf(channel, key, catalogue), key, catalogue).map((period) => `${channel.path}/${period}`),
        ),
      ),
  address: addressOf,
  model: (key, catalogue) => {
    const [path = '', period = ''] = key.split('/')
    const whole = period.slice(0, 7)
    const channel = channelAt(path, catalogue)
    if (channel === undefined) return undefined
    const address = (other: string): string => addressOf(`${path}/${other}`)
    const rolled = rolledPage(rollsOf(channel, whole, catalogue), { whole, period }, address, catalogue)
    if (rolled === undefined) return undefined
    const { up, ...lists } = rolled
    const below = channelsBelow(catalogue, channel._id)
    const site = siteModel(catalogue)
    return {
      site,
      address: addressOf(key),
      canonical: canonicalOf(site.origin, addressOf(key)),
      path: [...channelPath(catalogue, channel._id), ...up],
      title: `${channel.name} ${formatPeriod(period)}`,
      children: [],
      periods: [],
      ...lists,
      ...(period === whole ? monthsAround(below, 'channelMonth', whole, address, catalogue) : {}),
    }
  },
  touched: (change, catalogue) => {
    const months = touchedThrough(change, catalogue, ({ channel, publishedAt }) =>
      channelsAbove(catalogue, channel).map(({ path }) => `${path}/${monthOf(publishedAt)}`),
    )
    if (months === ALL) return ALL
    const touched = months.flatMap((key) => {
      const [path = '', whole = ''] = key.split('/')
      const channel = channelAt(path, catalogue)
      if (channel === undefined) return []
      const { before, after } = monthsBeside(channelsBelow(catalogue, channel._id), 'channelMonth', whole, catalogue)
      const own = rolledTouched(rollsOf(channel, whole, catalogue), { whole, index: 'channelMonth' }, change, catalogue)
      return [...own, before, after].flatMap((one) => (one === undefined ? [] : [`${path}/${one}`]))
    })
    return [...new Set(touched)]
  },
}

function rollsOf({ _id }: ChannelDocument, month: string, catalogue: Catalogue): Roll[] {
  const keys = channelsBelow(catalogue, _id).map((id) => `${id}/${month}`)
  const lists = keys.map((key) => catalogue.list('channelMonth', key))
  return [{ label: '稿件', keys, heads: newestOf(lists, Infinity) }]
}
