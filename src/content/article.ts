/**
 * One article's page: only what is printed, in the order in which it is printed.
 *
 *   articlePage(article, catalogue)  →  { title: '把渠修到田头', head: [{ text: '2024年06月02日08:30  来源：' }, { text: '禾风日报', href: … }], … }
 */
import { formatMinute } from '../text/dates.ts'
import type { Catalogue } from './catalogue.ts'
import { creditModel, headRuns, type CreditModel } from './credits.ts'
import type { ArticleDocument } from './documents.ts'
import { linkedArticle } from './linkedData.ts'
import { channelPath, siteModel, type SiteModel } from './site.ts'
import { canonicalOf, hrefOf, personLink, webAddress, type Link, type Run } from './links.ts'
import { pictureModel, type PictureModel } from './picture.ts'
import { recordOf, type ArticleRecord } from './record.ts'

export interface ArticlePage {
  site: SiteModel
  address: string
  /** The page's whole address, where the site has an origin. */
  canonical?: string | undefined
  path: Link[]
  kicker?: string | undefined
  title: string
  subtitle?: string | undefined
  publishedAt: string
  head: Run[]
  originalTitle?: string | undefined
  dateline?: string | undefined
  lead?: string | undefined
  pictures: PictureModel[]
  sections: SectionModel[]
  credits: CreditModel
  printReference?: string | undefined
  corrections: CorrectionModel[]
  recommended: Run[]
  /** Pages of others' papers stay out of search engines until a permission is recorded. */
  indexed: boolean
  description: string
  /** What machines are told beside the text. */
  record: ArticleRecord
  data: object
}

export interface SectionModel {
  kicker?: string | undefined
  heading?: string | undefined
  line?: string | undefined
  body: string
  /** People whose first mention links to their page. */
  people: Link[]
  pictures: PictureModel[]
}

export interface CorrectionModel {
  date: string
  kind: string
  text: string
}

const KINDS = { fact: '更正', credit: '署名更正', wording: '文字更正', addition: '补充说明' } as const

/** `correctionTitle('fact')` → `更正` */
export const correctionTitle = (kind: keyof typeof KINDS): string => KINDS[kind]

export function articlePage(article: ArticleDocument, catalogue: Catalogue): ArticlePage {
  const site = siteModel(catalogue)
  const record = recordOf(article, catalogue)
  const permission = article.rights?.permission ?? site.permission
  const kept = article.creditLines?.find(({ place }) => place === 'originalTitle')?.text
  const former = article.originalTitle
  // An imported page may print it below the text, among its lines there.
  const below =
    former !== undefined && article.creditLines?.some(({ place, text }) => place !== 'head' && text.includes(former))
  const originalTitle = kept ?? (former === undefined || below === true ? undefined : `原标题：${former}`)
  return {
    site,
    address: article.address,
    canonical: canonicalOf(site.origin, article.address),
    path: channelPath(catalogue, article.channel?._ref),
    kicker: article.kicker,
    title: article.title,
    subtitle: article.subtitle,
    publishedAt: article.publishedAt,
    head: headRuns(article, catalogue, formatMinute(article.publishedAt)),
    originalTitle,
    dateline: article.dateline,
    lead: article.lead,
    pictures: picturesAt(article, catalogue, 0),
    sections: (article.sections ?? []).map((section, index) =>
      sectionModel(section, picturesAt(article, catalogue, index + 1), catalogue),
    ),
    credits: creditModel(article, catalogue),
    // An imported page keeps the line where it stood, among its lines after the text.
    printReference: article.creditLines?.some(({ text }) => text === article.printReference)
      ? undefined
      : article.printReference,
    corrections: (article.corrections ?? []).map(({ date, kind, text }) => ({
      date: formatMinute(date),
      kind: correctionTitle(kind),
      text,
    })),
    recommended: (article.recommended ?? []).flatMap((link) => recommendedRun(link, catalogue)),
    indexed: permission !== 'none',
    description: plainStart(article.lead ?? article.sections?.[0]?.body ?? article.title),
    record,
    data: linkedArticle(article, catalogue, record),
  }
}

type Section = NonNullable<ArticleDocument['sections']>[number]

function sectionModel(
  { kicker, heading, line, body, profiles }: Section,
  pictures: PictureModel[],
  catalogue: Catalogue,
): SectionModel {
  return {
    kicker,
    heading,
    line,
    body,
    people: (profiles ?? []).flatMap(({ _ref }) => {
      const profile = catalogue.profile(_ref)
      return profile === undefined ? [] : [personLink(profile)]
    }),
    pictures,
  }
}

function picturesAt(article: ArticleDocument, catalogue: Catalogue, position: number): PictureModel[] {
  const last = article.sections?.length ?? 0
  return (article.pictures ?? [])
    .filter((picture) => Math.min(picture.position ?? 0, last) === position)
    .flatMap((picture) => pictureModel(picture, catalogue) ?? [])
}

type Recommended = NonNullable<ArticleDocument['recommended']>[number]

/** A link of our own is printed only while its article can be read. */
function recommendedRun({ article, title, url }: Recommended, catalogue: Catalogue): Run[] {
  const ours = catalogue.head(article?._ref ?? '')
  if (ours?.withdrawn === false) return [{ text: title ?? ours.title, href: hrefOf(ours.address) }]
  if (article !== undefined || title === undefined) return []
  const href = webAddress(url)
  return [href === undefined ? { text: title } : { text: title, href }]
}

/** The first 70 letters without marks: what a search result shows. */
function plainStart(markdown: string): string {
  const plain = markdown.replaceAll(/\\(.)|\[([^\]]*)\]\([^)]*\)|[*_`~]/gu, '$1$2').replaceAll(/\s+/gu, ' ')
  return Array.from(plain.slice(0, 140)).slice(0, 70).join('')
}
