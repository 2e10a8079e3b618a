/**
 * ninjs 3.1, the news industry's JSON (https://iptc.org/std/ninjs/): one item an article, and a package of a day.
 *
 *   ninjsItem(page)  →  { uri: 'https://hefeng.example/2024/0602/a1.html', type: 'text', people: [{ name: '石砚', rel: 'reporter' }, …], … }
 *
 * `people[].rel` is an id of our role table, in printed order, because the schema is closed and has no other place for either; `by` names
 * the writers alone. A desk or a paper that is credited stands in `organisations` with the same `rel`.
 */
import type { ArticlePage } from '../content/article.ts'
import type { Head } from '../content/catalogue.ts'
import { inPart, type Credited } from '../content/credited.ts'
import { hrefOf } from '../content/links.ts'
import type { PictureModel } from '../content/picture.ts'
import type { SiteModel } from '../content/site.ts'
import { formatOffset } from '../text/dates.ts'
import { itemId, whole } from './addresses.ts'
import { articleHtml } from './content.ts'

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
} as const

const uriOf = ({ site, canonical, record }: ArticlePage): string => canonical ?? itemId(site, record.id)

export function ninjsItem(page: ArticlePage): object {
  const { site, title, publishedAt, description, record, pictures, sections } = page
  const writers = inPart(record.people, 'author').map(({ name }) => name)
  const shown = [...pictures, ...sections.flatMap((section) => section.pictures)]
  return {
    standard: STANDARD,
    uri: uriOf(page),
    type: 'text',
    representationType: 'full',
    version: record.revision,
    contentCreated: formatOffset(publishedAt),
    versionCreated: formatOffset(record.updatedAt),
    pubStatus: 'usable',
    language: 'zh-Hans',
    title,
    headlines: headlinesOf(page),
    ...(writers.length === 0 ? {} : { by: writers.join('、') }),
    people: record.people.filter(({ isPerson }) => isPerson).map((one) => partyOf(one, site)),
    organisations: [
      ...record.people.filter(({ isPerson }) => !isPerson).map((one) => partyOf(one, site)),
      { name: site.title, rel: 'publisher' },
    ],
    ...(record.source === undefined
      ? {}
      : { infoSources: [{ name: record.source.name, role: 'source', ...uriOr(record.source.href, site) }] }),
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: description }],
    bodies: [{ role: 'main', contentType: 'text/html', value: articleHtml(page) }],
    altIds: [{ role: 'document', value: record.id }],
    ...(record.holder === undefined ? {} : { copyrightHolder: record.holder }),
    ...(record.permission === 'none' ? { usageTerms: '尚无授权，请勿转载' } : {}),
    ...(record.corrections.length === 0 ? {} : { edNote: record.corrections.map(({ text }) => text).join('\n') }),
    ...(shown.length === 0 ? {} : { associations: shown.map((picture, index) => pictureItem(picture, index, site)) }),
  }
}

/** A day's articles in one file, each by reference to its own item. */
export function ninjsPackage(site: SiteModel, day: string, items: readonly Head[], address: string): object {
  return {
    standard: STANDARD,
    uri: site.origin === undefined ? `urn:zebian:day-${day}` : whole(site, address),
    type: 'composite',
    representationType: 'full',
    pubStatus: 'usable',
    language: 'zh-Hans',
    title: `${site.title} ${day}`,
    associations: items.map((item, index) => ({
      name: `item${index + 1}`,
      uri: site.origin === undefined ? itemId(site, item.id) : whole(site, hrefOf(item.address)),
      type: 'text',
      representationType: 'partial',
      version: item.rev,
      contentCreated: formatOffset(item.publishedAt),
      title: item.title,
      altIds: [{ role: 'document', value: item.id }],
    })),
  }
}

function headlinesOf({ kicker, title, subtitle, record }: ArticlePage): object[] {
  const lines = [
    ['kicker', kicker],
    ['main', title],
    ['subtitle', subtitle],
    ['original', record.original?.headline],
  ] as const
  return lines.flatMap(([role, value]) => (value === undefined ? [] : [{ role, contentType: 'text/plain', value }]))
}

const partyOf = (one: Credited, site: SiteModel): object => ({
  name: one.name,
  rel: one.role,
  ...uriOr(one.href, site),
  ...(one.id === undefined ? {} : { literal: one.id }),
})

/** The schema wants whole addresses. */
const uriOr = (href: string | undefined, site: SiteModel): object =>
  href === undefined || site.origin === undefined ? {} : { uri: whole(site, href) }

function pictureItem(
  { src, width, height, alt, caption, credit }: PictureModel,
  index: number,
  site: SiteModel,
): object {
  const uri = site.origin === undefined ? `urn:zebian:${src.slice(1)}` : whole(site, hrefOf(src))
  return {
    name: `picture${index + 1}`,
    uri,
    type: 'picture',
    ...(credit === undefined ? {} : { by: credit }),
    descriptions: [
      { role: 'alt', contentType: 'text/plain', value: alt },
      ...(caption === undefined ? [] : [{ role: 'caption', contentType: 'text/plain', value: caption }]),
    ],
    renditions: [
      {
        name: 'main',
        ...(site.origin === undefined ? {} : { href: uri }),
        ...(width === undefined ? {} : { width }),
        ...(height === undefined ? {} : { height }),
      },
    ],
  }
}
