/**
 * NewsML-G2 2.35 (https://iptc.org/std/NewsML-G2/): one news item an article, in a message.
 *
 *   newsmlMessage(site, pages)  →  '<?xml version="1.0" …?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">…<newsItem guid="…" …>'
 *
 * Writers are `creator`, everyone else `contributor`, each with the role of our table as a QCode of a scheme that the item declares.
 */
import type { ArticlePage } from '../content/article.ts'
import { creditText, inPart, type Credited } from '../content/credited.ts'
import type { SiteModel } from '../content/site.ts'
import { formatOffset } from '../text/dates.ts'
import { itemId, whole } from './addresses.ts'
import { articleHtml } from './content.ts'
import { ROLE_SCHEME } from './feed.ts'
import { fileOf, xml, type Xml } from './xml.ts'

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/'

/** Items in one message, in their order; sent when the newest of them was last touched. */
export function newsmlMessage(site: SiteModel, pages: readonly ArticlePage[]): string {
  const times = pages.map(({ record }) => record.updatedAt).toSorted((a, b) => Date.parse(b) - Date.parse(a))
  return fileOf(xml`<newsMessage xmlns="${NAMESPACE}">
<header><sent>${formatOffset(times[0] ?? '1970-01-01T00:00:00Z')}</sent><sender>${site.title}</sender></header>
<itemSet>
${pages.map(itemOf)}</itemSet>
</newsMessage>`)
}

function itemOf(page: ArticlePage): Xml {
  const { site, title, publishedAt, canonical, description, record } = page
  return xml`<newsItem guid="${canonical ?? itemId(site, record.id)}" version="1" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="zh-Hans">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
<catalog><scheme alias="zrole" uri="${ROLE_SCHEME}:"/></catalog>
${rightsOf(page)}<itemMeta>
<itemClass qcode="ninat:text"/>
<provider><name>${site.title}</name></provider>
<versionCreated>${formatOffset(record.updatedAt)}</versionCreated>
<pubStatus qcode="stat:usable"/>
<title>${title}</title>
${record.corrections.map(({ text }) => xml`<edNote>${text}</edNote>\n`)}</itemMeta>
<contentMeta>
<contentCreated>${formatOffset(publishedAt)}</contentCreated>
${record.source === undefined ? undefined : xml`<infoSource${uriOf(record.source.href, site)}><name>${record.source.name}</name></infoSource>\n`}${inPart(record.people, 'author').map((one) => xml`<creator role="zrole:${one.role}"${uriOf(one.href, site)}><name>${one.name}</name></creator>\n`)}${record.people
    .filter(({ property }) => property !== 'author')
    .map(
      (one) =>
        xml`<contributor role="zrole:${one.role}"${uriOf(one.href, site)}><name>${one.name}</name></contributor>\n`,
    )}<language tag="zh-Hans"/>
${headlinesOf(page)}${page.dateline === undefined ? undefined : xml`<dateline>${page.dateline}</dateline>\n`}${bylineOf(record.people)}<description>${description}</description>
</contentMeta>
<contentSet>
<inlineData contenttype="text/html">${articleHtml(page)}</inlineData>
</contentSet>
</newsItem>
`
}

function rightsOf({ record: { holder, permission } }: ArticlePage): Xml | undefined {
  if (holder === undefined) return undefined
  return xml`<rightsInfo>
<copyrightHolder><name>${holder}</name></copyrightHolder>
${permission === 'none' ? xml`<usageTerms>尚无授权，请勿转载</usageTerms>\n` : undefined}</rightsInfo>
`
}

const uriOf = (href: string | undefined, site: SiteModel): Xml | undefined =>
  href === undefined || site.origin === undefined ? undefined : xml` uri="${whole(site, href)}"`

function headlinesOf({ kicker, title, subtitle }: ArticlePage): Xml[] {
  return [kicker, title, subtitle].flatMap((line) =>
    line === undefined ? [] : [xml`<headline${line === title ? undefined : xml` rank="2"`}>${line}</headline>\n`],
  )
}

/** Who wrote, as a line; and who did what, as another. */
function bylineOf(people: readonly Credited[]): Xml | undefined {
  if (people.length === 0) return undefined
  const writers = inPart(people, 'author').map(({ name }) => name)
  return xml`${writers.length === 0 ? undefined : xml`<by>${writers.join('、')}</by>\n`}<creditline>${creditText(people)}</creditline>\n`
}
