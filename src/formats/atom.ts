/**
 * Atom 1.0 (RFC 4287) with tombstones (RFC 6721): writers as `author`, everyone else as `contributor`, all credits with their roles
 * as `media:credit`.
 *
 *   atomFeed(feed)  →  '<?xml version="1.0" …?>\n<feed xmlns="http://www.w3.org/2005/Atom" …>…'
 *
 * An entry without a writer inherits the feed's author, which is the paper: no editor takes their place.
 */
import type { ArticlePage } from '../content/article.ts'
import { inPart, type Credited } from '../content/credited.ts'
import { hrefOf } from '../content/links.ts'
import type { SiteModel } from '../content/site.ts'
import { formatOffset } from '../text/dates.ts'
import { itemId, whole } from './addresses.ts'
import { articleHtml } from './content.ts'
import { FEED_STYLE, feedUpdated, mediaCredits, readable, type Feed } from './feed.ts'
import { fileOf, xml, Xml } from './xml.ts'

export function atomFeed(feed: Feed): string {
  const { site, title, about, home, self, deleted } = feed
  const items = feed.items.map((item) => item.told('atom', entryOf))
  const address = whole(site, `${self}.atom.xml`)
  return fileOf(
    xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:h="http://www.w3.org/1999/xhtml">
<title>${title}</title>
<subtitle>${about}</subtitle>
<id>${address}</id>
<updated>${formatOffset(feedUpdated(items, deleted))}</updated>
<link rel="self" type="application/atom+xml" href="${address}"/>
<link rel="alternate" type="text/html" href="${whole(site, home)}"/>
<author><name>${site.title}</name></author>
${readable(site, home, '这是订阅源，请把本页地址粘贴到阅读器；网页在此')}
${deleted.map(({ id, at }) => xml`<at:deleted-entry ref="${itemId(site, id)}" when="${formatOffset(at)}"/>\n`)}${items.map(({ text }) => new Xml(text))}</feed>`,
    FEED_STYLE,
  )
}

function entryOf(page: ArticlePage): string {
  const { site, address, title, publishedAt, description, path, record } = page
  const href = hrefOf(address)
  const others = record.people.filter(({ property }) => property !== 'author')
  return xml`<entry>
<title>${title}</title>
<id>${itemId(site, record.id)}</id>
<link rel="alternate" type="text/html" href="${whole(site, href)}"/>
<published>${formatOffset(publishedAt)}</published>
<updated>${formatOffset(record.modifiedAt)}</updated>
${inPart(record.people, 'author').map((one) => xml`<author>${personOf(one, site)}</author>\n`)}${others.map((one) => xml`<contributor>${personOf(one, site)}</contributor>\n`)}${mediaCredits(record.people)}${path.slice(-1).map(({ text }) => xml`<category term="${text}"/>\n`)}<summary>${description}</summary>
${readable(site, href, '阅读全文')}
<content type="html">${articleHtml(page)}</content>
</entry>
`.text
}

const personOf = ({ name, href }: Credited, site: SiteModel): Xml =>
  xml`<name>${name}</name>${href === undefined ? undefined : xml`<uri>${whole(site, href)}</uri>`}`
