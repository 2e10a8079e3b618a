/**
 * What every page says of the site itself, and the tree of channels.
 *
 *   siteModel(catalogue).title                       →  '禾风网', or '责编' where no one has named the site yet
 *   channelPath(catalogue, 'channel-nongshi')        →  [{ text: '乡村', href: … }, { text: '农时', href: … }]
 *   channelsBelow(catalogue, 'channel-xiangcun')     →  ['channel-xiangcun', 'channel-nongshi']
 */
import type { Catalogue } from './catalogue.ts'
import type { ChannelDocument, SiteDocument } from './documents.ts'
import { channelLink, webAddress, type Link } from './links.ts'

export interface SiteModel {
  title: string
  masthead?: string | undefined
  /** Origin of canonical links without a slash at the end; undefined where the site has no address yet. */
  origin?: string | undefined
  footer: string
  notices: string[]
  holder?: string | undefined
  permission: 'own' | 'granted' | 'public' | 'none'
  /** Whether each article has a card: a picture for where it is shared. */
  cards: boolean
  /** Top channels, for the bar above every page. */
  channels: Link[]
}

/** As the editors number them; those without a number last, by path. */
const byOrder = (a: ChannelDocument, b: ChannelDocument): number =>
  (a.order ?? Infinity) - (b.order ?? Infinity) || a.path.localeCompare(b.path, 'en')

/** Made once for each state of the documents that it is made from: every page of a build asks. */
const MADE = new WeakMap<readonly ChannelDocument[], { from: SiteDocument | undefined; model: SiteModel }>()

export function siteModel(catalogue: Pick<Catalogue, 'site' | 'channels'>): SiteModel {
  const [site, channels] = [catalogue.site(), catalogue.channels()]
  const known = MADE.get(channels)
  if (known !== undefined && known.from === site) return known.model
  const model = modelOf(site, channels)
  MADE.set(channels, { from: site, model })
  return model
}

function modelOf(site: SiteDocument | undefined, channels: readonly ChannelDocument[]): SiteModel {
  const title = site?.title ?? '责编'
  return {
    title,
    masthead: site?.masthead,
    origin: webAddress(site?.address)?.replace(/\/+$/u, ''),
    footer: site?.footer ?? `${title} 版权所有`,
    notices: site?.notices ?? [],
    holder: site?.rights?.holder,
    permission: site?.rights?.permission ?? 'none',
    cards: site?.cards === true,
    channels: topChannels(channels).map(channelLink),
  }
}

export const topChannels = (channels: readonly ChannelDocument[]): ChannelDocument[] =>
  channels.filter(({ parent }) => parent === undefined).toSorted(byOrder)

const channelById = (catalogue: Pick<Catalogue, 'channels'>, id: string | undefined): ChannelDocument | undefined =>
  catalogue.channels().find(({ _id }) => _id === id)

/** Channels from the topmost down to the given one; a ring of parents ends where it would begin again. */
export function channelsAbove(catalogue: Pick<Catalogue, 'channels'>, id: string | undefined): ChannelDocument[] {
  const above: ChannelDocument[] = []
  for (let at = channelById(catalogue, id); at !== undefined && !above.includes(at);) {
    above.unshift(at)
    at = channelById(catalogue, at.parent?._ref)
  }
  return above
}

/** A channel in, the links from the topmost down to it out. */
export const channelPath = (catalogue: Pick<Catalogue, 'channels'>, id: string | undefined): Link[] =>
  channelsAbove(catalogue, id).map(channelLink)

export const channelsUnder = (catalogue: Pick<Catalogue, 'channels'>, id: string): ChannelDocument[] =>
  catalogue
    .channels()
    .filter(({ parent }) => parent?._ref === id)
    .toSorted(byOrder)

/** Its own id and those of all channels below it, each once. */
export function channelsBelow(catalogue: Pick<Catalogue, 'channels'>, id: string): string[] {
  const below = new Set([id])
  for (const one of below) for (const { _id } of channelsUnder(catalogue, one)) below.add(_id)
  return [...below]
}
