/**
 * What a page said → the documents that the lake keeps, with ids that the same page always gets.
 *
 *   documentsOf(page)  →  [ Source 'source-3f…', Profile 'profile-9a…' …, Article 'article-c1…' ]
 *
 * Ids hold no dot: Sanity keeps documents with a dot in the id from the public. A person's id is made from the folded name and the
 * paper, so that two papers' namesakes stay two; an editor parts two namesakes of one paper in the Studio.
 */
import type { Article, Profile, Source } from '../../sanity/types.ts'
import { foldName } from '../text/names.ts'
import { plainToMarkdown } from '../text/markdown.ts'
import { addressOf } from './address.ts'
import { channelFor, type KnownChannel } from './channels.ts'
import type { OriginalPage, PageCredit, PagePicture } from './page.ts'
import { endCredit } from './parse/credits.ts'

/** A document before the lake has dated it; a field that is undefined is one that is not there, as JSON writes it. */
type Filed<T> = T extends object
  ? { [K in keyof T]: undefined extends T[K] ? Filed<T[K]> | undefined : Filed<T[K]> }
  : T
type Stored = '_createdAt' | '_updatedAt' | '_rev'
export type FiledDocument = Filed<Omit<Article, Stored>> | Filed<Omit<Profile, Stored>> | Filed<Omit<Source, Stored>>

/** A digest of a text as hexadecimal letters; handed in, because browsers and Node reach theirs by different doors. */
export type Digest = (text: string) => string

/** A picture of the page and the asset that its file became. */
export interface FiledImage {
  picture: PagePicture
  asset: string
}

/** A page in; its source, people and article out, in an order in which each may refer to those before it. */
export function documentsOf(
  page: OriginalPage,
  digest: Digest,
  { images = [], channels = [] }: { images?: readonly FiledImage[]; channels?: readonly KnownChannel[] } = {},
): FiledDocument[] {
  if (page.publishedAt === undefined)
    throw new Error(`expected a date and time in ${page.file}, found none; file it by hand in the Studio`)
  const short = (kind: string, key: string): string => `${kind}-${digest(`${kind}\n${key}`).slice(0, 12)}`
  const outlet = page.source?.name ?? ''
  const sourceId = short('source', outlet)
  const profileId = (name: string): string => short('profile', `${foldName(name)}\n${outlet}`)
  const articleId = short('article', page.url ?? `${page.title}\n${page.publishedAt}\n${outlet}`)
  const people = new Map(
    page.credits.flatMap((credit) => somebody(credit).map(({ name }) => [profileId(name), name] as const)),
  )
  const channel = channelFor(page.channel, channels)
  const sources: FiledDocument[] = outlet === '' ? [] : [{ _id: sourceId, _type: 'source', name: outlet }]
  const profiles = [...people].map(([_id, name]): FiledDocument => ({ _id, _type: 'profile', name: foldName(name) }))
  const article: FiledDocument = {
    _id: articleId,
    _type: 'article',
    kicker: page.kicker,
    title: page.title,
    subtitle: page.subtitle,
    publishedAt: new Date(page.publishedAt).toISOString(),
    source: outlet === '' ? undefined : reference(sourceId),
    channel: channel === undefined ? undefined : reference(channel),
    originalTitle: page.originalTitle,
    ...textOf(page),
    attributions: page.credits
      .flatMap((credit) =>
        somebody(credit).map((person) => ({
          ...attributionOf(credit, person),
          who: reference(profileId(person.name)),
        })),
      )
      .map(keyed),
    // What the original never printed is no one's omission here; the Studio would else refuse to publish the page again.
    editorWaiver: page.credits.some((credit) => credit.role === 'editor' && somebody(credit).length > 0)
      ? undefined
      : '原页面未署责编。',
    creditLines: page.lines.map(({ place, text }) => ({ _type: 'creditLine' as const, place, text })).map(keyed),
    pictures: images.length === 0 ? undefined : images.map(imageOf).map(keyed),
    recommended:
      page.recommended.length === 0
        ? undefined
        : page.recommended.map((link) => ({ _type: 'recommended' as const, ...link })).map(keyed),
    address: addressOf(page, articleId),
    originalUrl: page.url,
    printReference: page.printReference,
    rights: { _type: 'rights', holder: outlet === '' ? undefined : outlet, permission: 'none' },
    provenance: {
      _type: 'provenance',
      file: page.file,
      sha256: page.provenance.sha256,
      capturedAt: page.provenance.capturedAt,
      normalisations: [
        ...page.provenance.normalisations,
        ...(page.channel.length === 0 ? [] : [`原页面频道：${page.channel.join(' >> ')}`]),
      ],
      problems: page.problems,
    },
  }
  return [...sources, ...profiles, article]
}

/** Whom a credit names, without log-in names and numbers. */
const somebody = ({ people }: PageCredit): PageCredit['people'] => people.filter(({ nobody }) => nobody !== true)

const reference = (_ref: string) => ({ _type: 'reference' as const, _ref })
const keyed = <T>(value: T, index: number): T & { _key: string } => ({ ...value, _key: `k${index + 1}` })

function attributionOf({ role, label }: PageCredit, person: PageCredit['people'][number]) {
  const { name, note, code, affiliation } = person
  return {
    _type: 'attribution' as const,
    role,
    name,
    label: label === '' ? undefined : label,
    note,
    code,
    affiliation,
  }
}

/** What stands below a picture says what is on it, as far as the page says so. */
const imageOf = ({ picture: { caption, alt, section }, asset }: FiledImage) => ({
  _type: 'picture' as const,
  image: { _type: 'image' as const, asset: reference(asset) },
  alt: caption ?? alt ?? '原页面未附说明的图片',
  caption,
  position: section,
})

/** The body with dateline and end credit taken off, for these have fields of their own. */
function textOf({ sections, dateline }: OriginalPage) {
  const bodies = sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] }))
  const first = bodies[0]?.paragraphs
  const last = bodies.at(-1)?.paragraphs
  const opening = first?.[0]
  if (first !== undefined && opening !== undefined && dateline !== undefined)
    first[0] = opening.slice(dateline.length).trim()
  const closing = last?.at(-1)
  const end = closing === undefined ? undefined : endCredit(closing)
  if (last !== undefined && closing !== undefined && end !== undefined)
    last[last.length - 1] = closing.slice(0, -end.length)
  const lead = bodies[0]?.heading === undefined ? bodies.shift() : undefined
  return {
    dateline,
    lead: lead === undefined ? undefined : plainToMarkdown(lead.paragraphs),
    sections: bodies.length === 0 ? undefined : bodies.map(sectionOf).map(keyed),
  }
}

const sectionOf = ({ heading, paragraphs }: { heading: string | undefined; paragraphs: string[] }) => ({
  _type: 'section' as const,
  heading,
  body: plainToMarkdown(paragraphs),
})
