/**
 * The front page: the newest headline, the newest picture, the newest days, and each top channel's newest.
 *
 *   frontKind.model('', catalogue)  →  { lead: { title: '把渠修到田头', … }, shown: { link: 一万四千只羊过桥, picture }, latest: { label: '最新', total: 61, days: […] }, channels: [{ link: 要闻, entries: [3] }, …] }
 */
import { formatDay } from '../../text/dates.ts'
import type { Catalogue, Head } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, channelLink, hrefOf, type Link } from '../links.ts'
import { entryOf, LIST_ROOM, listingOf, MOST_HEADS, type Entry, type Listing } from '../listing.ts'
import { newestOf } from '../merge.ts'
import { pictureModel, type PictureModel } from '../picture.ts'
import { channelsBelow, siteModel, topChannels, type SiteModel } from '../site.ts'
import { touchedHeads } from '../touch.ts'

export interface FrontPage {
  site: SiteModel
  canonical?: string | undefined
  /** The newest article, above all others; undefined in an archive without articles. */
  lead: (Entry & { day: string }) | undefined
  /** The newest article that has a picture, with its first. */
  shown: { link: Link; picture: PictureModel } | undefined
  latest: Listing
  channels: { link: Link; entries: Entry[] }[]
}

/** Headlines a channel; and what its block weighs in bytes, so that the days keep the rest. */
const A_CHANNEL = 3
const BLOCK = 600
/** What a picture's forms and words weigh, in bytes, and among how many of the newest articles it is looked for. */
const PICTURE = 1100
const LOOKED_AT = 20

export const frontKind: PageKind<FrontPage> = {
  keys: () => [''],
  address: () => '/index.html',
  model: (_key, catalogue) => {
    const site = siteModel(catalogue)
    const [newest, ...others] = catalogue.list('all', '', MOST_HEADS)
    const channels = blocksOf(catalogue)
    const shown = shownOf(newest === undefined ? [] : [newest, ...others.slice(0, LOOKED_AT - 1)], catalogue)
    const taken = channels.length * BLOCK + (shown === undefined ? 0 : PICTURE)
    const room = Math.max(LIST_ROOM / 3, LIST_ROOM - taken)
    return {
      site,
      canonical: canonicalOf(site.origin, '/'),
      lead: newest === undefined ? undefined : { ...entryOf(newest, catalogue), day: formatDay(newest.publishedAt) },
      shown,
      latest: listingOf('最新', others, { total: catalogue.count('all', ''), room }, catalogue),
      channels,
    }
  },
  touched: (change, catalogue) => {
    const heads = touchedHeads(change, catalogue)
    if (heads === ALL) return ALL
    return heads.length > 0 || change.type === 'picture' ? [''] : []
  },
}

function shownOf(heads: readonly Head[], catalogue: Catalogue): FrontPage['shown'] {
  for (const { id, title, address } of heads) {
    const [first] = catalogue.article(id)?.pictures ?? []
    const picture = first === undefined ? undefined : pictureModel(first, catalogue)
    if (picture !== undefined) return { link: { text: title, href: hrefOf(address) }, picture }
  }
  return undefined
}

/** Channels in which nothing has come out yet stand in the bar alone. */
function blocksOf(catalogue: Catalogue): FrontPage['channels'] {
  return topChannels(catalogue.channels()).flatMap((channel) => {
    const lists = channelsBelow(catalogue, channel._id).map((id) => catalogue.list('channel', id, A_CHANNEL))
    const entries = newestOf(lists, A_CHANNEL).map((head: Head) => entryOf(head, catalogue))
    return entries.length === 0 ? [] : [{ link: channelLink(channel), entries }]
  })
}
