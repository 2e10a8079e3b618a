/**
 * What machines are told of an article, as schema.org JSON-LD: editors as `editor`, writers as `author`, and never one for the other.
 *
 *   linkedArticle(article, catalogue)
 *     →  { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: '…', author: [{ '@type': 'Person', '@id': …, name: '石砚', url: … }], editor: [...] }
 *
 * Properties by https://schema.org/NewsArticle; which role has which property is a column of the role table. People stand plain, because
 * Google and extractors read them so; `creditText` says who did just what, in printed order. A person's or a paper's `@id` is the address
 * of their page, which repeats it; it is written from the site's root, as JSON-LD lets it be (https://www.w3.org/TR/json-ld11/#base-iri),
 * for the data is sent with every page.
 */
import { formatOffset } from '../text/dates.ts'
import { creditText, type Credited } from './credited.ts'
import type { ArticleDocument, ProfileDocument, SourceDocument } from './documents.ts'
import { canonicalOf, hrefOf, personAddress, sourceAddress, webAddress, type Link } from './links.ts'
import { imageModel } from './picture.ts'
import { recordOf, type ArticleRecord } from './record.ts'
import type { Catalogue } from './catalogue.ts'
import { channelPath, siteModel, type SiteModel } from './site.ts'

const CONTEXT = 'https://schema.org'

const whole = (site: SiteModel, href: string): string => (site.origin ?? '') + href

export function linkedArticle(
  article: ArticleDocument,
  catalogue: Catalogue,
  record = recordOf(article, catalogue),
): object {
  const site = siteModel(catalogue)
  const [image] = (article.pictures ?? []).flatMap((one) => imageModel(one.image.asset?._ref, catalogue)?.src ?? [])
  const others = [article.kicker, article.subtitle].filter((line) => line !== undefined)
  return {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    headline: article.title,
    alternativeHeadline: others.length === 0 ? undefined : others,
    inLanguage: 'zh-Hans',
    datePublished: formatOffset(article.publishedAt),
    ...(record.modifiedAt === article.publishedAt ? {} : { dateModified: formatOffset(record.modifiedAt) }),
    dateline: article.dateline,
    ...(image === undefined ? {} : { image: whole(site, image) }),
    ...peopleByProperty(record.people),
    ...(record.people.length === 0 ? {} : { creditText: creditText(record.people) }),
    ...(record.source === undefined
      ? {}
      : { sourceOrganization: node('Organization', record.source.name, record.source.href) }),
    publisher: { '@type': 'Organization', '@id': '/', name: site.title },
    ...basedOn(record, canonicalOf(site.origin, article.address)),
    ...corrections(record),
    ...breadcrumb(channelPath(catalogue, article.channel?._ref), site),
  }
}

/** `{ author: […], editor: […], contributor: […] }`, each in printed order. */
function peopleByProperty(people: readonly Credited[]): Record<string, object[]> {
  const byProperty: Record<string, object[]> = {}
  for (const { property, name, href, isPerson } of people) {
    const who = node(isPerson ? 'Person' : 'Organization', name, href)
    byProperty[property] = [...(byProperty[property] ?? []), who]
  }
  return byProperty
}

/** A person or a paper; whoever has a page is identified by its address. */
const node = (type: 'Person' | 'Organization', name: string, href: string | undefined): object =>
  href === undefined ? { '@type': type, name } : { '@type': type, '@id': href, name }

/** The page that ours was made from; ours is where it is archived. */
function basedOn({ original }: ArticleRecord, archivedAt: string | undefined): object {
  return original === undefined ? {} : { isBasedOn: { '@type': 'NewsArticle', ...original, archivedAt } }
}

function corrections({ corrections: list }: ArticleRecord): object {
  if (list.length === 0) return {}
  return {
    correction: list.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: formatOffset(at), text })),
  }
}

function breadcrumb(path: readonly Link[], site: SiteModel): object {
  if (path.length === 0) return {}
  const itemListElement = path.map(({ text, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    item: whole(site, href),
  }))
  return { mainEntityOfPage: { '@type': 'WebPage', breadcrumb: { '@type': 'BreadcrumbList', itemListElement } } }
}

export function linkedPerson(profile: ProfileDocument, catalogue: Catalogue): object {
  const href = hrefOf(personAddress(profile._id))
  return {
    '@context': CONTEXT,
    '@type': 'Person',
    '@id': href,
    name: profile.name,
    alternateName: profile.otherNames,
    jobTitle: profile.position,
    ...(profile.organisation === undefined
      ? {}
      : { affiliation: { '@type': 'Organization', name: profile.organisation } }),
    url: whole(siteModel(catalogue), href),
  }
}

export function linkedSource({ _id, name, home, kind }: SourceDocument, catalogue: Catalogue): object {
  const href = hrefOf(sourceAddress(_id))
  return {
    '@context': CONTEXT,
    '@type': kind === undefined || kind === 'desk' || kind === 'other' ? 'Organization' : 'NewsMediaOrganization',
    '@id': href,
    name,
    url: whole(siteModel(catalogue), href),
    sameAs: webAddress(home),
  }
}
