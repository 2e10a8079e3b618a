/**
 * The article's own page, at its own address.
 *
 *   articleKind.model('/2024/0602/a1.html', catalogue)  →  { page fields…, near: { day: { earlier, later }, channel: {…} } }
 */
import { articlePage, type ArticlePage } from '../article.ts'
import { headOf, type Catalogue, type Head } from '../catalogue.ts'
import { foldAddress } from '../entries.ts'
import { ALL, type PageKind, type Touched } from '../kind.ts'
import { dayOf } from '../../text/dates.ts'
import { hrefOf, type Link } from '../links.ts'
import { idOf, isEverywhere, versionsOf } from '../touch.ts'
import { addressesTouched } from './addresses.ts'

export interface Neighbours {
  earlier: Link | undefined
  later: Link | undefined
}

/** What is printed of the article, and the way on from it. */
export interface ArticleModel extends ArticlePage {
  /** Within its day. */
  day: Neighbours
  channel: Neighbours
}

export const articleKind: PageKind<ArticleModel> = {
  keys: (catalogue) => catalogue.list('all', '').map(({ address }) => address),
  address: (key) => key,
  model: (key, catalogue) => {
    const head = printedAt(key, catalogue)
    const article = head === undefined ? undefined : catalogue.article(head.id)
    if (head === undefined || article === undefined) return undefined
    const { day, channel } = neighboursOf(head, catalogue)
    return {
      ...articlePage(article, catalogue),
      day: { earlier: linkTo(day.older), later: linkTo(day.newer) },
      channel: { earlier: linkTo(channel.older), later: linkTo(channel.newer) },
    }
  },
  touched: (change, catalogue): Touched => {
    if (isEverywhere(change)) return ALL
    const referring = catalogue.list('references', idOf(change)).map(({ address }) => address)
    if (change.type !== 'article') return referring
    const near = versionsOf(change).flatMap((version) => {
      const { day, channel } = neighboursOf(headOf(version), catalogue)
      return [day.older, day.newer, channel.older, channel.newer].flatMap((head) => head?.address ?? [])
    })
    return [...new Set([...addressesTouched(change, catalogue), ...near, ...referring])]
  },
}

/** The printed article whose address is just that; of two that claim it the first in the order of lists. */
function printedAt(address: string, catalogue: Catalogue): Head | undefined {
  return catalogue.list('address', foldAddress(address)).find((head) => head.address === address && !head.withdrawn)
}

function neighboursOf(head: Head, catalogue: Catalogue) {
  return {
    day: catalogue.around('day', dayOf(head.publishedAt), head),
    channel:
      head.channel === undefined
        ? { older: undefined, newer: undefined }
        : catalogue.around('channel', head.channel, head),
  }
}

const linkTo = (head: Head | undefined): Link | undefined =>
  head === undefined ? undefined : { text: head.title, href: hrefOf(head.address) }
