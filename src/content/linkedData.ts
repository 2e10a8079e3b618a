/**
 * What machines are told of an article, as schema.org JSON-LD: editors as `editor`, writers as `author`, and never one for the other.
 *
 *   linkedArticle(article, shelf)
 *     →  { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: '…', author: [{ '@type': 'Person', name: '石砚', url: … }], editor: [...] }
 *
 * Properties by https://schema.org/NewsArticle; which role has which property is a column of the role table.
 */
import { roleOf } from '../../sanity/schema/roles.ts'
import { formatOffset } from '../text/dates.ts'
import { whoOf } from './credits.ts'
import type { ArticleDocument, ProfileDocument } from './documents.ts'
import { hrefOf, personAddress, sourceAddress, webAddress } from './links.ts'
import { imageModel } from './picture.ts'
import type { Shelf } from './shelf.ts'

const whole = (shelf: Shelf, href: string): string => (shelf.site.origin ?? '') + href

export function linkedArticle(article: ArticleDocument, shelf: Shelf): object {
  const source = shelf.sources.get(article.source?._ref ?? '')
  const images = (article.pictures ?? []).flatMap(({ image }) => imageModel(image.asset?._ref, shelf)?.src ?? [])
  const others = [article.kicker, article.subtitle].filter((line) => line !== undefined)
  const basedOn = article.originalUrl ?? article.originalTitle
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    alternativeHeadline: others.length === 0 ? undefined : others,
    inLanguage: 'zh-Hans',
    datePublished: formatOffset(article.publishedAt),
    dateline: article.dateline,
    ...(images.length === 0 ? {} : { image: images.map((src) => whole(shelf, src)) }),
    ...peopleByProperty(article, shelf),
    ...(source === undefined
      ? {}
      : {
          sourceOrganization: {
            '@type': 'Organization',
            name: source.name,
            url: whole(shelf, hrefOf(sourceAddress(source._id))),
          },
        }),
    publisher: { '@type': 'Organization', name: shelf.site.title },
    ...(basedOn === undefined
      ? {}
      : {
          isBasedOn: {
            '@type': 'NewsArticle',
            headline: article.originalTitle,
            url: webAddress(article.originalUrl),
          },
        }),
    ...(article.corrections === undefined
      ? {}
      : {
          correction: article.corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: formatOffset(date),
            text,
          })),
        }),
  }
}

/** `{ author: […], editor: […] }` in printed order; the names that the page prints, the pages that tell who they are. */
function peopleByProperty(article: ArticleDocument, shelf: Shelf): Record<string, object[]> {
  const byProperty: Record<string, object[]> = {}
  for (const attribution of article.attributions ?? []) {
    const { href } = whoOf(attribution, shelf)
    const isSource = shelf.sources.has(attribution.who?._ref ?? '')
    const entry = {
      '@type': isSource ? 'Organization' : 'Person',
      name: attribution.name,
      url: href === undefined ? undefined : whole(shelf, href),
    }
    const { property } = roleOf(attribution.role)
    byProperty[property] = [...(byProperty[property] ?? []), entry]
  }
  return byProperty
}

export function linkedPerson(profile: ProfileDocument, shelf: Shelf): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: profile.name,
    alternateName: profile.otherNames,
    jobTitle: profile.position,
    ...(profile.organisation === undefined
      ? {}
      : { affiliation: { '@type': 'Organization', name: profile.organisation } }),
    url: whole(shelf, hrefOf(personAddress(profile._id))),
  }
}
