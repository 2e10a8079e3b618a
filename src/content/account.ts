/**
 * What a site was made from, for whoever must prove that nothing was lost or made up.
 *
 *   redirectsOf(catalogue)          →  { '/2023/old.html': '/2024/0602/a1.html' }
 *   creditsOf(article, catalogue)   →  { lines: ['(责编：韩岭)'], editors: ['韩岭'], authors: [] }
 */
import { roleOf } from '../../sanity/schema/roles.ts'
import type { Catalogue } from './catalogue.ts'
import { creditModel } from './credits.ts'
import type { ArticleDocument } from './documents.ts'
import type { Run } from './links.ts'
import { holderOf } from './kinds/addresses.ts'
import { placesOf } from './pages.ts'
import type { Refused } from './sift.ts'

export interface Account {
  documents: Record<string, [revision: string, updatedAt: string]>
  pages: Record<string, string>
  quarantined: Refused[]
  tombstones: string[]
  redirects: Record<string, string>
  /** What stands on a page about who made it; undefined for pages without credits. */
  credits: (address: string) => { lines: string[]; editors: string[]; authors: string[] } | undefined
  /** ISO instant at which an embargo ends next. */
  next?: string | undefined
}

/** In one hop: a former address leads to where its article stands today. One that another page has taken leads nowhere else. */
export function redirectsOf(catalogue: Catalogue): Record<string, string> {
  return Object.fromEntries(
    placesOf('redirect', catalogue).map(({ address }) => [address, holderOf(address, catalogue)?.head.address ?? '/']),
  )
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

export function creditsOf(
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
