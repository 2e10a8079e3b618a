/**
 * The head's tags for those who cite and share: Highwire and Dublin Core for Zotero and Scholar, Open Graph for cards.
 *
 *   headTags(page)  →  [{ name: 'citation_title', property: 'og:title', content: '把渠修到田头' }, { name: 'citation_author', content: '石砚' }, …]
 *
 * One tag serves several readers where they want the same words, for the head is sent with every page. `citation_author` is a writer
 * and no one else; editors are Dublin Core's contributors.
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart } from '../content/credited.ts'
import { formatOffset } from '../text/dates.ts'
import { whole } from './addresses.ts'

interface HeadTag {
  name?: string
  property?: string
  content: string
}

export function headTags(page: ArticlePage, card?: string): HeadTag[] {
  const { site, title, canonical, publishedAt, pictures, record } = page
  const image = card ?? pictures[0]?.src
  const tags: (HeadTag | undefined)[] = [
    { name: 'citation_title', property: 'og:title', content: title },
    { property: 'og:type', content: 'article' },
    canonical === undefined ? undefined : { property: 'og:url', content: canonical },
    image === undefined || site.origin === undefined
      ? undefined
      : { property: 'og:image', content: whole(site, image) },
    image === undefined || site.origin === undefined
      ? undefined
      : { name: 'twitter:card', content: 'summary_large_image' },
    { name: 'citation_publisher', property: 'og:site_name', content: site.title },
    { name: 'citation_publication_date', property: 'article:published_time', content: formatOffset(publishedAt) },
    record.modifiedAt === publishedAt
      ? undefined
      : { property: 'article:modified_time', content: formatOffset(record.modifiedAt) },
    ...inPart(record.people, 'author').map(({ name }) => ({ name: 'citation_author', content: name })),
    ...inPart(record.people, 'editor').map(({ name }) => ({ name: 'DC.contributor', content: name })),
    record.source === undefined ? undefined : { name: 'DC.source', content: record.source.name },
  ]
  return tags.filter((tag) => tag !== undefined)
}
