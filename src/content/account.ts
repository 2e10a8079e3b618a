/**
 * What a site was made from, for whoever must prove that nothing was lost or made up.
 *
 *   redirectsOf(catalogue)          →  { '/2023/old.html': '/2024/0602/a1.html' }
 *   redirectAt(place, catalogue)    →  '/2024/0602/a1.html', undefined where nothing leads on
 *   ownerOf(place, catalogue)       →  'article-a': the document whose own page stands there; lists have none
 *   creditsAt(address, catalogue)   →  { lines: ['(责编：韩岭)'], editors: ['韩岭'], authors: [] }; undefined where no article is printed
 */
import { roleOf } from '../../sanity/schema/roles.ts'
import type { Catalogue, Head } from './catalogue.ts'
import { creditModel } from './credits.ts'
import type { ArticleDocument } from './documents.ts'
import type { Run } from './links.ts'
import { holderOf } from './kinds/addresses.ts'
import { foldAddress } from './entries.ts'
import { articleOfForm } from './kinds/form.ts'
import { articleOf } from './kinds/lastPage.ts'
import { articleOfVersion } from './kinds/version.ts'
import { placesOf, type Place } from './pages.ts'
import type { Refused } from './sift.ts'

/** What must be looked at as a whole; it is no more than what was withdrawn, refused and held back. */
export interface Words {
  quarantined: Refused[]
  /** Every address that a withdrawn article has or had, but for those that another article has by now. */
  tombstones: string[]
  /** What stands on a page about who made it; undefined for pages without credits. */
  credits: (address: string) => { lines: string[]; editors: string[]; authors: string[] } | undefined
  /** ISO instant at which an embargo ends next. */
  next?: string | undefined
}

export interface Account extends Words {
  documents: Record<string, [revision: string, updatedAt: string]>
  pages: Record<string, string>
  redirects: Record<string, string>
}

/** In one hop: a former address leads to where its article stands today. One that another page has taken leads nowhere else. */
export function redirectsOf(catalogue: Catalogue): Record<string, string> {
  return Object.fromEntries(
    placesOf('redirect', catalogue).map(({ address }) => [address, holderOf(address, catalogue)?.head.address ?? '/']),
  )
}

export function redirectAt({ kind, key }: Place, catalogue: Catalogue): string | undefined {
  if (kind !== 'redirect') return undefined
  const holder = holderOf(key, catalogue)
  return holder?.former === true && !holder.head.withdrawn ? holder.head.address : undefined
}

export function ownerOf({ kind, key }: Place, catalogue: Catalogue): string | undefined {
  switch (kind) {
    case 'person':
      return catalogue.profile(key)?._id
    case 'source':
      return catalogue.source(key)?._id
    case 'channel':
      return catalogue.channels().find(({ path }) => path === key)?._id
    case 'article':
    case 'tombstone':
      return articleAt(key, catalogue)?.id
    case 'form':
      return readableAt(articleOfForm(key), catalogue)?.id
    case 'version':
      return readableAt(articleOfVersion(key), catalogue)?.id
    default:
      return undefined
  }
}

const articleAt = (address: string, catalogue: Catalogue): Head | undefined =>
  catalogue.list('address', foldAddress(address)).find((head) => head.address === address)

const readableAt = (address: string, catalogue: Catalogue): Head | undefined => {
  const head = articleAt(address, catalogue)
  return head?.withdrawn === true ? undefined : head
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

export function creditsAt(address: string, catalogue: Catalogue): ReturnType<Words['credits']> {
  const head = readableAt(address, catalogue)
  const article = head === undefined ? undefined : articleOf(head.id, catalogue)
  return article === undefined ? undefined : creditsOf(article, catalogue)
}

function creditsOf(
  article: ArticleDocument,
  catalogue: Catalogue,
): { lines: string[]; editors: string[]; authors: string[] } {
  const { byline, belowHead, textEnd, tail } = creditModel(article, catalogue)
  const names = (property: string): string[] =>
    (article.attributions ?? []).flatMap(({ role, name }) => (roleOf(role).property === property ? [name] : []))
  return {
    lines: [...byline, ...belowHead, ...textEnd, ...tail.map(({ runs }) => runs)].map(textOf),
    editors: names('editor'),
    authors: names('author'),
  }
}
