/**
 * What machines are told of an article beside its text: who, from where, when, by whose right. Every format is written from this.
 *
 *   recordOf(article, catalogue)
 *     →  { id: 'article-a', revision: 'r1', people: [...], source: { name: '禾风日报', href: '/sources/hefeng.html' }, modifiedAt: '2024-06-05T…', … }
 */
import { creditedPeople, type Credited } from './credited.ts'
import type { ArticleDocument } from './documents.ts'
import { sourceLink, webAddress } from './links.ts'
import type { Catalogue } from './catalogue.ts'
import { siteModel } from './site.ts'

export interface ArticleRecord {
  id: string
  /** The lake's revision of the document. */
  revision: string
  people: Credited[]
  source?: { name: string; href: string; kind: string }
  /** What the original page said and where it stood, for an article that came from one. */
  original?: { headline?: string; url?: string }
  /** The last thing that readers were told of: publication, or the newest correction. */
  modifiedAt: string
  /** When the document was last touched, or came out of its embargo: from then on the page may have been another one. */
  updatedAt: string
  corrections: Correction[]
  holder?: string
  permission: 'own' | 'granted' | 'public' | 'none'
}

export interface Correction {
  at: string
  kind: 'fact' | 'credit' | 'wording' | 'addition'
  text: string
}

export function recordOf(article: ArticleDocument, catalogue: Catalogue): ArticleRecord {
  const source = catalogue.source(article.source?._ref ?? '')
  const { originalTitle: headline } = article
  const url = webAddress(article.originalUrl)
  const holder = article.rights?.holder ?? siteModel(catalogue).holder
  return {
    id: article._id,
    revision: article._rev,
    people: creditedPeople(article, catalogue),
    ...(source === undefined
      ? {}
      : { source: { name: source.name, href: sourceLink(source).href, kind: source.kind ?? 'other' } }),
    ...(headline === undefined && url === undefined
      ? {}
      : { original: { ...(headline === undefined ? {} : { headline }), ...(url === undefined ? {} : { url }) } }),
    modifiedAt: modifiedAt(article),
    updatedAt: updatedAt(article),
    corrections: (article.corrections ?? []).map(({ date, kind, text }) => ({ at: date, kind, text })),
    ...(holder === undefined ? {} : { holder }),
    permission: article.rights?.permission ?? siteModel(catalogue).permission,
  }
}

const latest = (instants: readonly string[]): string =>
  instants.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last))

const modifiedAt = ({ publishedAt, corrections }: ArticleDocument): string =>
  latest([publishedAt, ...(corrections ?? []).map(({ date }) => date)])

/** `updatedAt({ _updatedAt: '2024-06-02T…', embargo: '2024-06-03T…' })` → the embargo's end. */
export const updatedAt = ({ _updatedAt, embargo }: Pick<ArticleDocument, '_updatedAt' | 'embargo'>): string =>
  embargo === undefined ? _updatedAt : latest([_updatedAt, embargo])
