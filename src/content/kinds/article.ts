/**
 * The article's own page, at its own address.
 *
 *   articleKind.model('/2024/0602/a1.html', catalogue)  →  { page fields…, near: { day: { earlier, later }, channel: {…} } }
 */
import type { ArticlePage } from '../article.ts'
import { headOf, type Catalogue, type Head } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { foldAddress } from '../entries.ts'
import { ALL, type PageKind, type Touched } from '../kind.ts'
import { dayOf } from '../../text/dates.ts'
import { hrefOf, personLink, topicAddress, type Link } from '../links.ts'
import { aboutOf, nativeOf, type NativeName } from '../people.ts'
import { idOf, isEverywhere, keysTouched, versionsOf } from '../touch.ts'
import { historyOf } from '../versions.ts'
import { addressesTouched } from './addresses.ts'
import { madeOf } from './lastPage.ts'
import { isTopic } from './topic.ts'
import { listAddress } from './version.ts'

interface Neighbours {
  earlier: Link | undefined
  later: Link | undefined
}

/** What is printed of the article, and the way on from it. */
export interface ArticleModel extends ArticlePage {
  /** Within its day. */
  day: Neighbours
  channel: Neighbours
  /** Who the article tells of, with what the archive knows about them. */
  people: (Link & { about: string; native: NativeName | undefined })[]
  /** The page of all that recommend it, where there are several. */
  topic: Link | undefined
  /** The page of its versions, where it has been another one before. */
  versions: Link | undefined
}

/** Newest first, a day at a time: the heads of a whole archive may be more than fit into memory. */
export function* dayByDay(catalogue: Catalogue, keysOn: KeysOn): Generator<string> {
  for (const { key } of catalogue.tallies('day').toReversed()) yield* keysOn(key, catalogue)
}

/** The keys of a kind that one day has. */
export type KeysOn = (day: string, catalogue: Catalogue) => string[]

export const articlesOn: KeysOn = (day, catalogue) => catalogue.list('day', day).map(({ address }) => address)

export const articleKind: PageKind<ArticleModel> = {
  keys: (catalogue) => dayByDay(catalogue, articlesOn),
  address: (key) => key,
  model: (key, catalogue) => {
    const head = printedAt(key, catalogue)
    const made = head === undefined ? undefined : madeOf(head.id, catalogue)
    if (head === undefined || made === undefined) return undefined
    const { day, channel } = neighboursOf(head, catalogue)
    const { article, page } = made
    return {
      ...page,
      day: { earlier: linkTo(day.older), later: linkTo(day.newer) },
      channel: { earlier: linkTo(channel.older), later: linkTo(channel.newer) },
      people: peopleIn(article, catalogue),
      topic: isTopic(head.id, catalogue)
        ? { text: '专题：与本文互相推荐的稿件', href: hrefOf(topicAddress(head.id)) }
        : undefined,
      versions: versionsLink(page, catalogue),
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
    const recommended = keysTouched(change, 'recommends').flatMap((id) => catalogue.head(id)?.address ?? [])
    return [...new Set([...addressesTouched(change, catalogue), ...near, ...referring, ...recommended])]
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

function versionsLink(page: ArticlePage, catalogue: Catalogue): Link | undefined {
  const { length } = historyOf(page, catalogue)
  return length === 0
    ? undefined
    : { text: `${length}个版本`, href: hrefOf(listAddress(page.address, 'versions.html')) }
}

const linkTo = (head: Head | undefined): Link | undefined =>
  head === undefined ? undefined : { text: head.title, href: hrefOf(head.address) }

/** Each once, in the order of the text; of whom nothing more is known than the name needs no box. */
function peopleIn({ sections }: ArticleDocument, catalogue: Catalogue): ArticleModel['people'] {
  const ids = new Set((sections ?? []).flatMap(({ profiles }) => (profiles ?? []).map(({ _ref }) => _ref)))
  return [...ids].flatMap((id) => {
    const profile = catalogue.profile(id)
    const about = profile === undefined ? '' : aboutOf(profile)
    return profile === undefined || about === '' ? [] : [{ ...personLink(profile), about, native: nativeOf(profile) }]
  })
}
