/**
 * An article as something to cite: the few facts that every citation is written from.
 *
 *   referenceOf(page)  →  { key: 'article-a1', title: '把渠修到田头', authors: [{ name: '石砚', isPerson: true }], container: '禾风日报', date: '2024-06-02', … }
 *
 * An imported article is cited as its own paper's, read on our page; an article of ours as ours.
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart, type Credited } from '../content/credited.ts'
import { hrefOf } from '../content/links.ts'
import { dayOf } from '../text/dates.ts'
import { whole } from './addresses.ts'

export interface Reference {
  key: string
  title: string
  authors: readonly Credited[]
  editors: readonly Credited[]
  translators: readonly Credited[]
  people: readonly Credited[]
  /** The paper. */
  container: string
  /** Whether the container is printed: GB/T 7714 marks newspapers N and magazines J. */
  kind: 'newspaper' | 'magazine' | 'website'
  publisher: string
  date: string
  url: string
}

export function referenceOf({ site, title, address, publishedAt, record }: ArticlePage): Reference {
  const kind = record.source?.kind
  return {
    key: record.id.replaceAll(/[^A-Za-z0-9-]/gu, '-'),
    title,
    authors: inPart(record.people, 'author'),
    editors: inPart(record.people, 'editor'),
    translators: inPart(record.people, 'translator'),
    people: record.people,
    container: record.source?.name ?? site.title,
    kind: kind === 'newspaper' || kind === 'magazine' ? kind : 'website',
    publisher: site.title,
    date: dayOf(publishedAt),
    url: whole(site, hrefOf(address)),
  }
}
