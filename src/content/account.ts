/**
 * What a site was made from, for whoever must prove that nothing was lost or made up.
 *
 *   accountOf(documents, refused, catalogue, now)
 *     →  { documents: { 'article-a': ['rev2', '2026-…Z'] }, pages: { '/2024/0602/a1.html': 'article-a' }, tombstones: [], redirects: {}, … }
 */
import { roleOf } from '../../sanity/schema/roles.ts'
import type { Catalogue } from './catalogue.ts'
import { creditModel } from './credits.ts'
import type { ArticleDocument, Documents } from './documents.ts'
import { channelAddress, personAddress, sourceAddress, type Run } from './links.ts'
import { holderOf } from './kinds/addresses.ts'
import { formsOf } from './kinds/form.ts'
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

export function accountOf(documents: Documents, refused: readonly Refused[], catalogue: Catalogue, now: Date): Account {
  const { site, channels, sources, profiles, articles } = documents
  const held = articles.filter(({ embargo }) => embargo !== undefined && new Date(embargo) > now)
  const out = articles.filter((article) => !held.includes(article))
  const printed = new Map(out.flatMap((one) => (one.withdrawn === undefined ? [[one.address, one]] : [])))
  const pages = Object.fromEntries([
    ...channels.map(({ _id, path }) => [channelAddress(path), _id]),
    ...sources.map(({ _id }) => [sourceAddress(_id), _id]),
    ...profiles.map(({ _id }) => [personAddress(_id), _id]),
    ...out.map(({ _id, address }) => [address, _id]),
    ...[...printed.values()].flatMap(({ _id, address }) => formsOf(address).map((form) => [form, _id])),
  ])
  const all = [site ?? [], channels, sources, profiles, articles].flat()
  return {
    documents: Object.fromEntries(all.map(({ _id, _rev, _updatedAt }) => [_id, [_rev, _updatedAt]])),
    pages,
    quarantined: [...refused],
    tombstones: placesOf('tombstone', catalogue)
      .map(({ address }) => address)
      .toSorted(),
    redirects: redirectsOf(catalogue),
    credits: (address) => {
      const article = printed.get(address)
      return article === undefined ? undefined : creditsOf(article, catalogue)
    },
    next: held.flatMap(({ embargo }) => embargo ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0],
  }
}

/** In one hop: a former address leads to where its article stands today. One that another page has taken leads nowhere else. */
function redirectsOf(catalogue: Catalogue): Record<string, string> {
  return Object.fromEntries(
    placesOf('redirect', catalogue).map(({ address }) => [address, holderOf(address, catalogue)?.head.address ?? '/']),
  )
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

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
