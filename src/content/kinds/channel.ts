/**
 * A channel's page, with what stands below it; and its list of one month.
 *
 *   channelKind.model('xiangcun', catalogue)               →  { title: '乡村', children: [农时], listings: […], periods: [2024年 …], … }
 *   channelMonthKind.model('xiangcun/2024-06', catalogue)  →  every article of that month there
 */
import { formatDate } from '../../text/dates.ts'
import type { Catalogue, Tally } from '../catalogue.ts'
import type { ChannelDocument } from '../documents.ts'
import { monthOf } from '../entries.ts'
import type { PageKind } from '../kind.ts'
import { canonicalOf, channelAddress, channelLink, partAddress } from '../links.ts'
import { listingOf, MOST_HEADS, periodsOf, roomBeside, type ListingPage } from '../listing.ts'
import { mergeTallies, newestOf } from '../merge.ts'
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
  const [path = '', month = ''] = key.split('/')
  return partAddress(channelAddress(path), month)
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
  keys: (catalogue) =>
    catalogue
      .channels()
      .flatMap((channel) => monthsOfChannel(channel, catalogue).map(({ key }) => `${channel.path}/${key}`)),
  address: addressOf,
  model: (key, catalogue) => {
    const [path = '', month = ''] = key.split('/')
    const channel = channelAt(path, catalogue)
    if (channel === undefined) return undefined
    const below = channelsBelow(catalogue, channel._id)
    const heads = newestOf(
      below.map((id) => catalogue.list('channelMonth', `${id}/${month}`)),
      Infinity,
    )
    if (heads.length === 0) return undefined
    const site = siteModel(catalogue)
    return {
      site,
      address: addressOf(key),
      canonical: canonicalOf(site.origin, addressOf(key)),
      path: channelPath(catalogue, channel._id),
      title: `${channel.name} ${formatDate(month)}`,
      children: [],
      listings: [listingOf('稿件', heads, { total: heads.length }, catalogue)],
      periods: [],
      ...monthsAround(below, 'channelMonth', month, (other) => addressOf(`${path}/${other}`), catalogue),
    }
  },
  touched: (change, catalogue) =>
    touchedThrough(change, catalogue, ({ channel, publishedAt }) => {
      const month = monthOf(publishedAt)
      return channelsAbove(catalogue, channel).flatMap(({ _id, path }) => {
        const { before, after } = monthsBeside(channelsBelow(catalogue, _id), 'channelMonth', month, catalogue)
        return [month, before, after].flatMap((one) => (one === undefined ? [] : [`${path}/${one}`]))
      })
    }),
}
