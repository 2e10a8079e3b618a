/**
 * oEmbed 1.0 (https://oembed.com/) as a static file: what a page that links to an article may show of it.
 *
 *   oembed(page)  →  { version: '1.0', type: 'link', title: '把渠修到田头', author_name: '石砚、江穗', provider_name: '禾风网', … }
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart } from '../content/credited.ts'
import { whole } from './addresses.ts'

export function oembed({ site, title, record, pictures }: ArticlePage): object {
  const writers = inPart(record.people, 'author')
  const [picture] = pictures
  const [only] = writers
  return {
    version: '1.0',
    type: 'link',
    title,
    ...(writers.length === 0 ? {} : { author_name: writers.map(({ name }) => name).join('、') }),
    ...(writers.length === 1 && only?.href !== undefined ? { author_url: whole(site, only.href) } : {}),
    provider_name: site.title,
    provider_url: whole(site, '/'),
    ...(picture?.width === undefined || picture.height === undefined
      ? {}
      : { thumbnail_url: whole(site, picture.src), thumbnail_width: picture.width, thumbnail_height: picture.height }),
  }
}
