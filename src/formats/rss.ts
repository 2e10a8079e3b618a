/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification): writers as `dc:creator`, all credits with their roles as `media:credit`.
 *
 *   rssFeed(feed)  →  '<?xml version="1.0" …?>\n<rss version="2.0" …><channel>…'
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart } from '../content/credited.ts'
import { hrefOf } from '../content/links.ts'
import { itemId, whole } from './addresses.ts'
import { articleHtml } from './content.ts'
import { FEED_STYLE, feedUpdated, mediaCredits, readable, type Feed } from './feed.ts'
import { fileOf, xml, Xml } from './xml.ts'

/** `2024-06-02T00:30:00Z` → `Sun, 02 Jun 2024 00:30:00 GMT` (RFC 822 with a year of four digits). */
const rssDate = (instant: string): string => new Date(instant).toUTCString()

export function rssFeed(feed: Feed): string {
  const { site, title, about, home, self, deleted } = feed
  const items = feed.items.map((item) => item.told('rss', itemOf))
  return fileOf(
    xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:h="http://www.w3.org/1999/xhtml">
<channel>
<title>${title}</title>
<link>${whole(site, home)}</link>
<description>${about}</description>
<language>zh-CN</language>
<lastBuildDate>${rssDate(feedUpdated(items, deleted))}</lastBuildDate>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link rel="self" type="application/rss+xml" href="${whole(site, `${self}.rss.xml`)}"/>
${readable(site, home, '这是订阅源，请把本页地址粘贴到阅读器；网页在此')}
${items.map(({ text }) => new Xml(text))}</channel>
</rss>`,
    FEED_STYLE,
  )
}

function itemOf(page: ArticlePage): string {
  const { site, address, title, publishedAt, description, path, record } = page
  const href = hrefOf(address)
  return xml`<item>
<title>${title}</title>
<link>${whole(site, href)}</link>
<guid isPermaLink="false">${itemId(site, record.id)}</guid>
<pubDate>${rssDate(publishedAt)}</pubDate>
<description>${description}</description>
${inPart(record.people, 'author').map(({ name }) => xml`<dc:creator>${name}</dc:creator>\n`)}${mediaCredits(record.people)}${path.slice(-1).map(({ text }) => xml`<category>${text}</category>\n`)}<content:encoded>${articleHtml(page)}</content:encoded>
${readable(site, href, '阅读全文')}
</item>
`.text
}
