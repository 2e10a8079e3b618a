/**
 * A small paper for the formats: its articles' pages by the real way from documents, in memory.
 *
 *   pagesOf([everyRole])[0]?.record.people.length   →  17
 */
import { answerTo } from '../../src/content/answers.ts'
import type { ArticlePage } from '../../src/content/article.ts'
import type { Documents } from '../../src/content/documents.ts'
import { ARTICLES, CHANNELS, PICTURES, PROFILES, SITE, SOURCES } from '../../src/content/queries.ts'
import { ROLES, type RoleId } from '../../sanity/schema/roles.ts'
import { articlePages } from '../content/articles.ts'

const ORIGIN = 'https://hefeng.example'

const STORED = { _createdAt: '2024-06-01T00:00:00Z', _updatedAt: '2024-06-05T02:00:00Z', _rev: 'rev1' }
const PICTURE = 'image-0123456789abcdef0123456789abcdef01234567-960x640-png'

export interface Part {
  role: RoleId
  name: string
  who?: { _ref: string }
  label?: string
  note?: string
}

/** Named so that no name is part of another, and each says its role in the table's order. */
const NAMES = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午'].map((letter) => `骆${letter}舟`)

/** One of each role, two of some, a desk, a name with a dot, one with a note, one with a page. */
export const PARTS: readonly Part[] = [
  ...ROLES.map(({ id }, index): Part => ({ role: id, name: NAMES[index] ?? '' })),
  { role: 'reporter', name: '古兰·阿依登', who: { _ref: 'profile-gulan' } },
  { role: 'editor', name: '韩岭', who: { _ref: 'profile-han-ling' }, note: '实习' },
  { role: 'author', name: '禾风日报', who: { _ref: 'source-hefeng' } },
]

export const everyRole = articleWith(PARTS)

export function articleWith(parts: readonly Part[], more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...STORED,
    _id: 'article-a1',
    _type: 'article',
    kicker: '青禾镇里话春耕',
    title: '把渠修到“田头” <&> 第一步',
    subtitle: '——一条斗渠的八年',
    address: '/2024/0602/a1.html',
    originalUrl: 'https://old.hefeng.example/a1.html?x=1&y=2',
    originalTitle: '渠修到田头',
    publishedAt: '2024-06-02T00:30:00.000Z',
    source: { _type: 'reference', _ref: 'source-hefeng' },
    channel: { _type: 'reference', _ref: 'channel-nongshi' },
    dateline: '本报青禾六月二日电',
    lead: '渠水来了，**“第一股”**水比去年早来五天。',
    sections: [
      { _key: 's1', _type: 'section', heading: '先把渠修到田头', body: '水往前走。\n\n1\\. 不是列表 a & b <c>。' },
    ],
    pictures: [
      {
        _key: 'p1',
        _type: 'picture',
        image: { _type: 'image', asset: { _type: 'reference', _ref: PICTURE } },
        alt: '闸门',
        caption: '闸门开启。',
        credit: '石砚 绘',
        position: 0,
      },
    ],
    attributions: parts.map((part, index) => ({
      _key: `a${index}`,
      _type: 'attribution',
      ...part,
      ...(part.who === undefined ? {} : { who: { _type: 'reference', ...part.who } }),
    })),
    corrections: [
      { _key: 'c1', _type: 'correction', date: '2024-06-05T02:00:00Z', kind: 'fact', text: '“65公里”应为“61.5公里”。' },
    ],
    recommended: [{ _key: 'r1', _type: 'recommended', title: '水到渠成', url: 'https://elsewhere.example/1.html' }],
    ...more,
  }
}

export function documentsWith(articles: readonly object[], site: object = { address: ORIGIN }): Documents {
  return {
    site:
      answerTo(SITE, {
        ...STORED,
        _id: 'site',
        _type: 'site',
        title: '禾风网',
        masthead: '澄河两岸，一日一报',
        rights: { _type: 'rights', holder: '禾风日报社', permission: 'own' },
        ...site,
      }) ?? undefined,
    channels: answerTo(CHANNELS, [
      {
        ...STORED,
        _id: 'channel-nongshi',
        _type: 'channel',
        name: '农时',
        path: 'nongshi',
        parent: { _type: 'reference', _ref: 'channel-xiangcun' },
      },
      { ...STORED, _id: 'channel-xiangcun', _type: 'channel', name: '乡村', path: 'xiangcun' },
    ]),
    sources: answerTo(SOURCES, [
      { ...STORED, _id: 'source-hefeng', _type: 'source', name: '禾风日报', kind: 'newspaper' },
    ]),
    profiles: answerTo(PROFILES, [
      { ...STORED, _id: 'profile-gulan', _type: 'profile', name: '古兰·阿依登' },
      { ...STORED, _id: 'profile-han-ling', _type: 'profile', name: '韩岭' },
    ]),
    pictures: answerTo(PICTURES, [
      {
        _id: PICTURE,
        path: `images/x/y/${PICTURE}`,
        sha1hash: '0123',
        size: 900_000,
        width: 960,
        height: 640,
        colour: null,
      },
    ]),
    articles: answerTo(ARTICLES, articles),
  }
}

function pagesOf(articles: readonly object[], site?: object): ArticlePage[] {
  return articlePages(documentsWith(articles, site), new Date('2024-07-01T00:00:00Z'))
}

/** The one page of an article. */
export function pageOf(article: object, site?: object): ArticlePage {
  const [page] = pagesOf([article], site)
  if (page === undefined) throw new Error('expected the article’s page, found none')
  return page
}
