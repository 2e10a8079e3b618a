/**
 * The documents, each within reach: names, channels, sources and pictures by id, and the site's own words with their defaults.
 *
 *   shelve(documents).profiles.get('profile-shi-yan')?.name  →  '石砚'
 *   shelve(documents).site.title                            →  '禾风网', or '责编' where no one has named the site yet
 */
import type {
  ArticleDocument,
  ChannelDocument,
  Documents,
  PictureDocument,
  ProfileDocument,
  SourceDocument,
} from './documents.ts'
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
  /** Top channels, for the bar above every page. */
  channels: Link[]
}

export interface Shelf {
  site: SiteModel
  channels: ReadonlyMap<string, ChannelDocument>
  sources: ReadonlyMap<string, SourceDocument>
  profiles: ReadonlyMap<string, ProfileDocument>
  pictures: ReadonlyMap<string, PictureDocument>
  articles: ReadonlyMap<string, ArticleDocument>
}

const byId = <T extends { _id: string }>(documents: readonly T[]): Map<string, T> =>
  new Map(documents.map((document) => [document._id, document]))

export function shelve(documents: Documents): Shelf {
  return {
    site: siteModel(documents),
    channels: byId(documents.channels),
    sources: byId(documents.sources),
    profiles: byId(documents.profiles),
    pictures: byId(documents.pictures),
    articles: byId(documents.articles),
  }
}

/** As the editors number them; those without a number last, by path. */
export const byOrder = (a: ChannelDocument, b: ChannelDocument): number =>
  (a.order ?? Infinity) - (b.order ?? Infinity) || a.path.localeCompare(b.path, 'en')

function siteModel({ site, channels }: Documents): SiteModel {
  const title = site?.title ?? '责编'
  const origin = webAddress(site?.address)?.replace(/\/+$/u, '')
  return {
    title,
    masthead: site?.masthead,
    origin,
    footer: site?.footer ?? `${title} 版权所有`,
    notices: site?.notices ?? [],
    holder: site?.rights?.holder,
    permission: site?.rights?.permission ?? 'none',
    channels: channels
      .filter((channel) => channel.parent === undefined)
      .toSorted(byOrder)
      .map(channelLink),
  }
}

/** A channel in, the links from the topmost down to it out; a ring of parents ends where it would begin again. */
export function channelPath(shelf: Shelf, id: string | undefined): Link[] {
  const path: Link[] = []
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at);) {
    seen.add(at)
    const channel = shelf.channels.get(at)
    if (channel !== undefined) path.unshift(channelLink(channel))
    at = channel?.parent?._ref
  }
  return path
}
