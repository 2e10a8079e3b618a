/**
 * What a feed of any kind tells: whose it is, its newest articles, and which ones are there no longer.
 *
 *   { site, title: '禾风网', home: '/', about: '澄河两岸', self: '/feed', items: [item, …], deleted: [{ id: 'article-b', at: '2024-06-09T…' }] }
 *
 * `self` is the feed's address without its end: RSS 2.0 adds `.rss.xml`, Atom `.atom.xml`, JSON Feed `.feed.json`.
 */
import type { Credited } from '../content/credited.ts'
import type { FeedItem } from '../content/kinds/feedItem.ts'
import type { SiteModel } from '../content/site.ts'
import { whole } from './addresses.ts'
import { xml, type Xml } from './xml.ts'

export interface Feed {
  site: SiteModel
  title: string
  about: string
  home: string
  self: string
  /** Newest first. */
  items: readonly FeedItem[]
  /** Withdrawn articles: their ids, and when. */
  deleted: readonly { id: string; at: string }[]
}

export const FEED_STYLE = '/feed.css'

/** The instant of the newest thing told; of an empty feed, the beginning of the web's clock. */
export function feedUpdated(items: readonly { modifiedAt: string }[], deleted: Feed['deleted']): string {
  const times = [...items.map(({ modifiedAt }) => modifiedAt), ...deleted.map(({ at }) => at)]
  return times.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last), '1970-01-01T00:00:00Z')
}

/** The scheme of the roles that stand in `media:credit`: ids of the table in sanity/schema/roles.ts. */
export const ROLE_SCHEME = 'urn:zebian:roles'

/**
 * Who did what, in printed order, as Media RSS says it (https://www.rssboard.org/media-rss#media-credit): the one element of the feed
 * formats that has a role.
 */
export const mediaCredits = (people: readonly Credited[]): Xml[] =>
  people.map(({ role, name }) => xml`<media:credit role="${role}" scheme="${ROLE_SCHEME}">${name}</media:credit>\n`)

/** A link that browsers follow even where the file is shown as styled XML. */
export const readable = (site: SiteModel, href: string, text: string): Xml =>
  xml`<h:a href="${whole(site, href)}">${text}</h:a>`
