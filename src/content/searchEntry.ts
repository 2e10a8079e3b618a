/**
 * An article as it is searched: what its page prints of it, and who took part or is written about.
 *
 *   searchEntry(article, creditModel(article, …), documents)
 *     →  { id: 'article-a', address: '/2024/0602/a1.html', shown: '2024-06-02T08:30:00+08:00', title: '把渠修到田头', credits: ['记者 石砚', '(责编：韩岭)'], … }
 *
 * The source of each text is the page's own model, so that nothing is found that a reader could not read there.
 */
import { readingOf, typedReadings } from '../search/script/readings.ts'
import type { SearchEntry } from '../search/entry.ts'
import { formatOffset } from '../text/dates.ts'
import type { CreditModel } from './credits.ts'
import type { ArticleDocument, ChannelDocument, ProfileDocument, SourceDocument } from './documents.ts'
import type { Run } from './links.ts'

type Person = SearchEntry['people'][number]

/** The documents that an article refers to, by id. */
export interface Referred {
  channel(id: string): ChannelDocument | undefined
  source(id: string): SourceDocument | undefined
  profile(id: string): ProfileDocument | undefined
}

export function searchEntry(article: ArticleDocument, credits: CreditModel, referred: Referred): SearchEntry {
  const channel = referred.channel(article.channel?._ref ?? '')
  return {
    id: article._id,
    address: article.address,
    shown: formatOffset(article.publishedAt),
    title: article.title,
    kicker: article.kicker,
    subtitle: article.subtitle,
    originalTitle: article.originalTitle,
    lead: article.lead === undefined ? undefined : plainText(article.lead),
    subheads: (article.sections ?? []).flatMap(({ kicker, heading, line }) =>
      [kicker, heading, line].filter((text) => text !== undefined),
    ),
    source: referred.source(article.source?._ref ?? '')?.name,
    channel: channel === undefined ? undefined : { path: channel.path, name: channel.name },
    credits: creditsOf(credits),
    people: peopleOf(article, referred),
    otherAddresses: [
      ...(article.formerAddresses ?? []),
      ...(article.originalUrl === undefined ? [] : [article.originalUrl]),
    ],
  }
}

const printed = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Every line as it is printed, to the letter. */
function creditsOf({ byline, belowHead, textEnd, tail }: CreditModel): string[] {
  return [...byline, ...belowHead, ...textEnd, ...tail.map(({ runs }) => runs)].map(printed)
}

function peopleOf(article: ArticleDocument, referred: Referred): Person[] {
  const credited = (article.attributions ?? []).map(({ role, name, who }) =>
    personOf(role, name, referred.profile(who?._ref ?? '')),
  )
  const mentioned = (article.sections ?? []).flatMap(({ profiles }) =>
    (profiles ?? []).flatMap(({ _ref }) => {
      const profile = referred.profile(_ref)
      return profile === undefined ? [] : [personOf('mentioned', profile.name, profile)]
    }),
  )
  return [...credited, ...mentioned]
}

/** The name as this article prints it, and every other under which the person is known. */
function personOf(role: string, name: string, profile: ProfileDocument | undefined): Person {
  const others = [profile?.name, profile?.nativeName?.text, ...(profile?.otherNames ?? [])].filter(
    (other) => other !== undefined,
  )
  const corrected = profile !== undefined && profile.name === name ? profile.reading : undefined
  return {
    role,
    name,
    otherNames: others.filter((other) => other !== name),
    readings: typedReadings(readingOf(name, corrected)),
  }
}

/** Markdown in, its words out. */
function plainText(markdown: string): string {
  return markdown.replaceAll(/\\(.)|!?\[([^\]]*)\]\([^)]*\)|[*_`~]/gu, '$1$2').replaceAll(/\s+/gu, ' ')
}
