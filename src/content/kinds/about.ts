/**
 * About this site: its channels and sources with how much stands in each, and the ways in that belong to no channel.
 *
 *   aboutKind.model('', catalogue)  →  { articles: 61, channels: [{ link: 乡村, count: 12, depth: 0 }, …], sources: [{ link: 禾风日报, count: 20 }, …] }
 */
import type { Catalogue } from '../catalogue.ts'
import type { ChannelDocument } from '../documents.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, channelLink, sourceLink, type Link } from '../links.ts'
import { channelsBelow, channelsUnder, siteModel, topChannels, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export interface AboutPage {
  site: SiteModel
  address: string
  canonical?: string | undefined
  articles: number
  people: number
  /** Each below its parent; depth 0 is a top channel's. */
  channels: { link: Link; count: number; depth: number }[]
  sources: { link: Link; count: number }[]
}

const ADDRESS = '/about/index.html'

export const aboutKind: PageKind<AboutPage> = {
  keys: () => [''],
  address: () => ADDRESS,
  model: (_key, catalogue) => {
    const site = siteModel(catalogue)
    const sources = catalogue.sources().map((source) => ({
      link: sourceLink(source),
      count: catalogue.count('source', source._id),
    }))
    return {
      site,
      address: ADDRESS,
      canonical: canonicalOf(site.origin, ADDRESS),
      articles: catalogue.count('all', ''),
      people: catalogue.profileTallies('initial').reduce((sum, { count }) => sum + count, 0),
      channels: topChannels(catalogue.channels()).flatMap((channel) => treeOf(channel, 0, catalogue)),
      sources: sources.toSorted((a, b) => b.count - a.count || (a.link.href < b.link.href ? -1 : 1)),
    }
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'picture' ? [] : ['']
  },
}

/** Deeper than this only a ring of parents goes. */
const DEEPEST = 8

function treeOf(channel: ChannelDocument, depth: number, catalogue: Catalogue): AboutPage['channels'] {
  if (depth > DEEPEST) return []
  const count = channelsBelow(catalogue, channel._id).reduce((sum, id) => sum + catalogue.count('channel', id), 0)
  const under = channelsUnder(catalogue, channel._id).flatMap((one) => treeOf(one, depth + 1, catalogue))
  return [{ link: channelLink(channel), count, depth }, ...under]
}
