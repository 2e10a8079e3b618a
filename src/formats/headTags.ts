/**
 * The head's tags: Open Graph for those who share an article, Highwire and Dublin Core for those who cite it (Zotero, Scholar).
 *
 *   shareTags(page) →  [{ property: 'og:title', content: '把渠修到田头' }, …]
 *   shareLinks(page) → [{ rel: 'alternate', type: 'application/json+oembed', href: '/2024/0602/a1.oembed.json' }]
 *   citeTags(page)  →  [{ name: 'citation_title', content: '把渠修到田头' }, { name: 'citation_author', content: '石砚' }, …]
 *
 * The article's own head is sent to every reader, so it holds what is looked for nowhere else; `canonical` and `description` serve for Open
 * Graph's. The tags for citing stand on the page from which the article is cited, with all its other forms. `citation_author` is a writer and
 * no one else; editors are Dublin Core's contributors.
 */
import type { ArticlePage } from '../content/article.ts'
import { cardAddress } from '../content/card.ts'
import { inPart } from '../content/credited.ts'
import { formAddress } from '../content/kinds/form.ts'
import { hrefOf } from '../content/links.ts'
import { formatOffset } from '../text/dates.ts'
import { whole } from './addresses.ts'

export interface HeadTag {
  name?: string
  property?: string
  content: string
}

interface HeadLink {
  rel: string
  type: string
  href: string
}

export function shareTags({ site, address, title, publishedAt, pictures }: ArticlePage): HeadTag[] {
  const image = site.cards ? hrefOf(cardAddress(address)) : pictures[0]?.src
  const tags: (HeadTag | undefined)[] = [
    { property: 'og:title', content: title },
    image === undefined || site.origin === undefined
      ? undefined
      : { property: 'og:image', content: whole(site, image) },
    image === undefined || site.origin === undefined
      ? undefined
      : { name: 'twitter:card', content: 'summary_large_image' },
    { property: 'og:site_name', content: site.title },
    // A draft in the Studio's preview may have no date yet.
    publishedAt === '' ? undefined : { property: 'article:published_time', content: formatOffset(publishedAt) },
  ]
  return tags.filter((tag) => tag !== undefined)
}

/** A page that search engines may not show is not offered to other sites either. */
export const shareLinks = ({ address, indexed }: ArticlePage): HeadLink[] =>
  indexed
    ? [{ rel: 'alternate', type: 'application/json+oembed', href: hrefOf(formAddress(address, 'oembed.json')) }]
    : []

/** Highwire's names by Scholar's list (https://scholar.google.com/intl/en/scholar/inclusion.html), Dublin Core's for whom it has no name. */
export function citeTags({ site, title, address, publishedAt, record }: ArticlePage): HeadTag[] {
  return [
    { name: 'citation_title', content: title },
    { name: 'citation_publisher', content: site.title },
    { name: 'citation_publication_date', content: formatOffset(publishedAt) },
    { name: 'citation_fulltext_html_url', content: whole(site, hrefOf(address)) },
    ...inPart(record.people, 'author').map(({ name }) => ({ name: 'citation_author', content: name })),
    ...inPart(record.people, 'editor').map(({ name }) => ({ name: 'DC.contributor', content: name })),
    ...(record.source === undefined ? [] : [{ name: 'DC.source', content: record.source.name }]),
  ]
}
