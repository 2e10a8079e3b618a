/**
 * The feeds: of the whole site, of each channel with what stands below it, of each person with what they wrote or edited.
 *
 *   feedKind.keys(catalogue)                      →  ['site//rss.xml', 'site//atom.xml', 'site//feed.json', 'channel/xiangcun/rss.xml', …]
 *   feedKind.address('channel/xiangcun/rss.xml')  →  '/channels/xiangcun.rss.xml'
 *
 * None without an address of the site: a feed is read elsewhere, and its links must be whole. Each holds the newest twenty.
 */
import { byNewest, type Catalogue, type Head } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import { channelAddress, personAddress } from '../links.ts'
import { feedItem, type FeedItem } from './feedItem.ts'
import { newestOf } from '../merge.ts'
import { channelsAbove, channelsBelow, siteModel, type SiteModel } from '../site.ts'
import { idOf, isEverywhere, versionsOf } from '../touch.ts'
import { withdrawnIn } from './withdrawals.ts'

const ENDS = ['rss.xml', 'atom.xml', 'feed.json'] as const
type FeedEnd = (typeof ENDS)[number]

/** The newest articles that a feed holds, so that one publish touches a file of bounded size. */
const MOST_ITEMS = 20

export interface FeedModel {
  end: FeedEnd
  site: SiteModel
  title: string
  about: string
  home: string
  /** The feed's address without its end. */
  self: string
  /** Newest first. */
  items: FeedItem[]
  /** Withdrawn articles: their ids, and when. */
  deleted: { id: string; at: string }[]
}

/** Of what a feed is: `site/`, `channel/xiangcun`, `person/profile-shi-yan`. */
const ofKey = (key: string): { of: string; id: string; end: string } => {
  const [of = '', id = '', end = ''] = key.split('/')
  return { of, id, end }
}

const homeOf = (of: string, id: string): string =>
  of === 'channel' ? channelAddress(id) : of === 'person' ? personAddress(id) : '/'

const selfOf = (of: string, id: string): string => (of === 'site' ? '/index' : homeOf(of, id).replace(/\.html$/u, ''))

export const feedKind: PageKind<FeedModel> = {
  keys: function* keys(catalogue) {
    if (siteModel(catalogue).origin === undefined) return
    for (const key of ['site/', ...catalogue.channels().map(({ path }) => `channel/${path}`)]) yield* ended(key)
    for (const { key: name } of catalogue.profileTallies('name'))
      for (const { _id } of catalogue.profiles('name', name))
        if (isCredited(_id, catalogue)) yield* ended(`person/${_id}`)
  },
  address: (key) => {
    const { of, id, end } = ofKey(key)
    return `${selfOf(of, id)}.${end}`
  },
  model: (key, catalogue) => {
    const { of, id, end: wanted } = ofKey(key)
    const site = siteModel(catalogue)
    const end = ENDS.find((one) => one === wanted)
    const told = site.origin === undefined ? undefined : toldOf(of, id, site, catalogue)
    if (end === undefined || told === undefined) return undefined
    return {
      end,
      site,
      ...told,
      home: homeOf(of, id),
      self: selfOf(of, id),
      items: told.items.map((head) => feedItem(head, catalogue)),
    }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    const articles = articlesTouched(change, catalogue)
    const own = change.type === 'profile' ? [`person/${idOf(change)}`] : []
    const keys = new Set([
      ...own,
      ...(articles.length === 0 ? [] : ['site/']),
      ...articles.flatMap((one) => feedsOf(one, catalogue)),
    ])
    return [...keys].flatMap((one) => [...ended(one)])
  },
}

const ended = (key: string): string[] => ENDS.map((end) => `${key}/${end}`)

/** Whoever is only written about has no feed. */
const isCredited = (id: string, catalogue: Catalogue): boolean => creditKeys(id, catalogue).length > 0

const creditKeys = (id: string, catalogue: Catalogue): string[] =>
  catalogue
    .tallies('person', `${id}/`)
    .map(({ key }) => key)
    .filter((key) => !key.endsWith('/mentioned'))

interface Contents {
  title: string
  about: string
  items: readonly Head[]
  deleted: { id: string; at: string }[]
}

function toldOf(of: string, id: string, site: SiteModel, catalogue: Catalogue): Contents | undefined {
  if (of === 'site') {
    const items = catalogue.list('all', '', MOST_ITEMS)
    return { title: site.title, about: site.masthead ?? site.title, items, deleted: deletedIn(catalogue, () => true) }
  }
  if (of === 'channel') {
    const channel = catalogue.channels().find(({ path }) => path === id)
    if (channel === undefined) return undefined
    const below = channelsBelow(catalogue, channel._id)
    return {
      title: `${channel.name} - ${site.title}`,
      about: `${site.title}${channel.name}频道的新稿件`,
      items: newestOf(
        below.map((one) => catalogue.list('channel', one, MOST_ITEMS)),
        MOST_ITEMS,
      ),
      deleted: deletedIn(catalogue, (one) => below.includes(one)),
    }
  }
  const profile = catalogue.profile(id)
  if (profile === undefined || !isCredited(id, catalogue)) return undefined
  return {
    title: `${profile.name} - ${site.title}`,
    about: `${profile.name}参与的新稿件`,
    items: each(creditKeys(id, catalogue).flatMap((key) => catalogue.list('person', key, MOST_ITEMS))).slice(
      0,
      MOST_ITEMS,
    ),
    // Who made a withdrawn article is not to be found any more.
    deleted: [],
  }
}

/** Someone may have written and photographed one article. */
const each = (heads: readonly Head[]): Head[] =>
  [...new Map(heads.map((head) => [head.id, head])).values()].toSorted(byNewest)

/** The newest that were withdrawn. */
function deletedIn(catalogue: Catalogue, isHere: (channel: string) => boolean): Contents['deleted'] {
  return withdrawnIn(catalogue)
    .filter(({ channel }) => isHere(channel))
    .slice(0, MOST_ITEMS)
    .map(({ id, at }) => ({ id, at }))
}

/** The articles whose items may change: itself, or those that refer to what was renamed. */
function articlesTouched(change: Change, catalogue: Catalogue): ArticleDocument[] {
  if (change.type === 'article') return versionsOf(change)
  return catalogue.list('references', idOf(change)).flatMap(({ id }) => catalogue.article(id) ?? [])
}

function feedsOf({ channel, attributions }: ArticleDocument, catalogue: Catalogue): string[] {
  const people = (attributions ?? []).flatMap(({ who }) => (who === undefined ? [] : [`person/${who._ref}`]))
  return [...channelsAbove(catalogue, channel?._ref).map(({ path }) => `channel/${path}`), ...people]
}
