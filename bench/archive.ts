/**
 * An invented paper's archive as the lake keeps it: the same documents for the same number of articles, on every machine.
 *
 *   [...archiveDocuments(10_000)]  →  site, 6 channels, 10 sources, 100 profiles, 10,000 articles: eight a day, newest last
 *
 * An article has a kicker, a lead, three sections of five paragraphs (some 2,500 letters), eight reporters, two editors, a source, a
 * channel and five recommendations. Every other one came from an original page and keeps its printed lines. One section in ten has
 * a mark of Markdown in it, the others are plain text as archived pages are; one in three names a person who has a page.
 */
import type { Article, Channel, Profile, Site, Source } from '../sanity/types.ts'
import { instantOf } from '../src/text/dates.ts'
import { creditsOf } from './credits.ts'
import { headline, paragraph, personNames, shortLine } from './prose.ts'
import { randomOf, type Random } from './random.ts'

export type ArchiveDocument = Site | Channel | Source | Profile | Article

interface Cast {
  profiles: Profile[]
  sources: Source[]
  channels: Channel[]
}

const PER_DAY = 8
const FIRST_DAY = Date.UTC(2016, 0, 1)
const PAPERS = [
  '禾风日报',
  '澄河晚报',
  '望禾农报',
  '青苇时报',
  '石桥商报',
  '双塘周刊',
  '北圩新闻网',
  '梨坪电视台',
  '柳条早报',
  '南坡广播网',
] as const
const CHANNELS = {
  yaowen: '要闻',
  xiangcun: '乡村',
  chengshi: '城事',
  kejiao: '科教',
  shengtai: '生态',
  wenhua: '文化',
} as const

/** The documents in the order in which they can be filed one after the other: none refers to a later one. */
export function* archiveDocuments(articles: number, seed = 20_240_602): Generator<ArchiveDocument> {
  const random = randomOf(seed)
  const cast = castOf(random)
  yield {
    ...stored('site', random),
    _type: 'site',
    title: '禾风网',
    masthead: '澄河两岸，一日一报',
    address: 'https://hefeng.example',
  }
  yield* cast.channels
  yield* cast.sources
  yield* cast.profiles
  const ids: string[] = []
  for (let index = 0; index < articles; index += 1) {
    const article = articleOf(index, cast, ids.slice(-200), random)
    ids.push(article._id)
    yield article
  }
}

function castOf(random: Random): Cast {
  return {
    channels: Object.entries(CHANNELS).map(([path, name]) => ({
      ...stored(`channel-${path}`, random),
      _type: 'channel',
      name,
      path,
    })),
    sources: PAPERS.map((name) => ({
      ...stored(`source-${random.hex(16)}`, random),
      _type: 'source',
      name,
      kind: 'newspaper',
    })),
    profiles: personNames(random, 100).map((name) => ({
      ...stored(`profile-${random.hex(16)}`, random),
      _type: 'profile',
      name,
      organisation: random.pick(PAPERS),
    })),
  }
}

/** `_rev` and times as the lake writes them; a lake that files the document writes its own over them. */
function stored(_id: string, random: Random) {
  return { _id, _createdAt: '2024-06-02T00:30:00Z', _updatedAt: '2024-06-02T00:30:00Z', _rev: random.hex(22) }
}

function articleOf(index: number, cast: Cast, earlier: readonly string[], random: Random): Article {
  const printed = printedMinute(index)
  const day = printed.replaceAll(/\D/gu, '')
  const channel = cast.channels[index % cast.channels.length]
  const source = cast.sources[random.below(cast.sources.length)]
  const address = `/n2/${day.slice(0, 4)}/${day.slice(4, 8)}/c${1001 + (index % cast.channels.length)}-${34_000_000 + index}.html`
  return {
    ...stored(`article-${random.hex(16)}`, random),
    _type: 'article',
    kicker: shortLine(random),
    title: headline(random),
    publishedAt: instantOf(printed) ?? '',
    ...(source === undefined ? {} : { source: reference(source._id) }),
    ...(channel === undefined ? {} : { channel: reference(channel._id) }),
    lead: paragraph(random, 90),
    sections: [0, 1, 2].map((place) => sectionOf(place, index, cast, random)),
    ...creditsOf(random.some(cast.profiles, 10), { imported: index % 2 === 1, printed, source: source?.name ?? '' }),
    recommended: recommendedOf(earlier, random),
    address,
    ...(index % 2 === 1 ? { originalUrl: `http://hefeng.example${address}` } : {}),
    rights: { _type: 'rights', holder: source?.name ?? '', permission: index % 2 === 1 ? 'none' : 'own' },
  }
}

/** Eight a day from half past eight on, ninety minutes apart: `2016年01月01日08:30`. */
function printedMinute(index: number): string {
  const minute = FIRST_DAY + Math.floor(index / PER_DAY) * 86_400_000 + (510 + (index % PER_DAY) * 90) * 60_000
  const [, year, month, date, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/u.exec(new Date(minute).toISOString()) ?? []
  return `${year}年${month}月${date}日${clock}`
}

function sectionOf(place: number, index: number, cast: Cast, random: Random) {
  const paragraphs = Array.from({ length: 5 }, () => paragraph(random, 140))
  const named = place === 1 ? cast.profiles[random.below(cast.profiles.length)] : undefined
  if (named !== undefined) paragraphs[2] = `${named.name}是这里的常客。${paragraphs[2] ?? ''}`
  if ((index * 3 + place) % 10 === 0) paragraphs[3] = `**注意安全**：${paragraphs[3] ?? ''}`
  return {
    _key: `k${place + 1}`,
    _type: 'section' as const,
    heading: shortLine(random),
    body: paragraphs.join('\n\n'),
    ...(named === undefined ? {} : { profiles: [{ ...reference(named._id), _key: 'k1' }] }),
  }
}

function recommendedOf(earlier: readonly string[], random: Random) {
  const ours = random.some(earlier, 5).map((id) => ({ article: reference(id) }))
  const others = Array.from({ length: 5 - ours.length }, () => ({
    title: headline(random),
    url: 'https://example.org/',
  }))
  return [...ours, ...others].map((link, place) => ({ _key: `k${place + 1}`, _type: 'recommended' as const, ...link }))
}

const reference = (_ref: string) => ({ _type: 'reference' as const, _ref })
