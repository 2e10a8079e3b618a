/**
 * The head's tags for those who cite and share: Highwire and Dublin Core for Zotero and Scholar, Open Graph for cards.
 *
 *   headTags(page)  →  [{ name: 'citation_title', property: 'og:title', content: '把渠修到田头' }, { name: 'citation_author', content: '石砚' }, …]
 *   headLinks(page) →  [{ rel: 'alternate', type: 'application/json+oembed', href: 'https://…/a1.oembed.json' }, …]
 *
 * One tag serves several readers where they want the same words, and `canonical` and `description` serve for Open Graph's, for the head is
 * sent with every page; all other forms are named on the page from which the article is cited. `citation_author` is a writer
 * and no one else; editors are Dublin Core's contributors.
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart } from '../content/credited.ts'
import { formAddress } from '../content/kinds/form.ts'
import { hrefOf } from '../content/links.ts'
import { formatOffset } from '../text/dates.ts'
import { whole } from './addresses.ts'

interface HeadTag {
  name?: string
  property?: string
  content: string
}

interface HeadLink {
  rel: string
  type: string
  href: string
}

export function headTags(page: ArticlePage): HeadTag[] {
  const { site, title, publishedAt, pictures, record } = page
  const image = pictures[0]?.src
  const tags: (HeadTag | undefined)[] = [
    { name: 'citation_title', property: 'og:title', content: title },
    image === undefined || site.origin === undefined
      ? undefined
      : { property: 'og:image', content: whole(site, image) },
    image === undefined || site.origin === undefined
      ? undefined
      : { name: 'twitter:card', content: 'summary_large_image' },
    { name: 'citation_publisher', property: 'og:site_name', content: site.title },
    { name: 'citation_publication_date', property: 'article:published_time', content: formatOffset(publishedAt) },
    ...inPart(record.people, 'author').map(({ name }) => ({ name: 'citation_author', content: name })),
    ...inPart(record.people, 'editor').map(({ name }) => ({ name: 'DC.contributor', content: name })),
    record.source === undefined ? undefined : { name: 'DC.source', content: record.source.name },
  ]
  return tags.filter((tag) => tag !== undefined)
}

export const headLinks = ({ address }: ArticlePage): HeadLink[] => [
  {
    rel: 'alternate',
    type: 'application/json+oembed',
    href: hrefOf(formAddress(address, 'oembed.json')),
  },
]
