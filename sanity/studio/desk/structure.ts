/**
 * The desk: what an editor chooses from, left to right.
 *
 *   稿件 [全部 · 草稿 · 已发布 · 待更正 · 已撤稿 · 未署责编] · 按频道 → 频道 → 稿件 · 按日期 → 年 → 月 → 日 → 稿件 · 人物 · 来源 · 频道 · 站点
 */
import { EyeOpenIcon } from '@sanity/icons/EyeOpen'
import type { SanityClient } from '@sanity/client'
import type {
  CollectionBuilder,
  DefaultDocumentNodeResolver,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'
import { SITE_ID } from '../../schema/site.ts'
import { dayBounds } from '../../schema/time.ts'
import { ArticlePreview } from '../preview/index.ts'
import { BETWEEN, IN_CHANNEL, KINDS, STATES, UNDATED, WITHOUT_CHANNEL, type ListFilter } from './filters.ts'
import { API_VERSION } from './useAnswer.ts'
import { CHANNELS_PANE, DAYS_PANE, MONTHS_PANE, ROOT_PANE, YEARS_PANE } from './panes.ts'

/** The template that opens a new article in the channel at hand. */
export const IN_CHANNEL_TEMPLATE = 'article-in-channel'

/** A list of a few words leaves the room to the articles. */
const WIDTH = { least: 220, most: 300 } as const

const NEWEST = [{ field: 'publishedAt', direction: 'desc' }] as const
const BY_NAME = [{ field: 'name', direction: 'asc' }] as const

export const structure: StructureResolver = (S, { getClient }) =>
  S.component(ROOT_PANE)
    .id('desk')
    .title('稿件台')
    .minWidth(WIDTH.least)
    .maxWidth(WIDTH.most)
    .child((id) => listOf(S, id, (channel) => nameOf(getClient({ apiVersion: API_VERSION }), channel)))

/** An article has two views: its form, and the page that readers will get. */
export const documentNode: DefaultDocumentNodeResolver = (S, { schemaType }) =>
  schemaType === 'article'
    ? S.document().views([
        S.view.form().id('form').title('编辑'),
        S.view.component(ArticlePreview).id('preview').title('预览').icon(EyeOpenIcon),
      ])
    : S.document()

type NameOf = (channel: string) => Promise<string>

function listOf(S: StructureBuilder, id: string, name: NameOf): CollectionBuilder | undefined {
  const state = entryOf(STATES, id)
  if (state !== undefined) return articles(S, id, state.title, state.filter)
  const kind = entryOf(KINDS, id)
  if (kind !== undefined)
    return S.documentTypeList(id)
      .id(id)
      .title(kind.title)
      .defaultOrdering([...BY_NAME])
  if (id === 'channels') return byChannel(S, name)
  if (id === 'dates') return byYear(S)
  return id === SITE_ID ? S.document().schemaType('site').documentId(SITE_ID).id(SITE_ID).title('站点') : undefined
}

const byChannel = (S: StructureBuilder, name: NameOf): CollectionBuilder =>
  S.component(CHANNELS_PANE)
    .id('channels')
    .title('按频道')
    .minWidth(WIDTH.least)
    .maxWidth(WIDTH.most)
    .child(async (id) =>
      id === 'none'
        ? articles(S, id, '未归频道', WITHOUT_CHANNEL)
        : articles(S, id, await name(id), IN_CHANNEL, { channel: id }).initialValueTemplates([
            S.initialValueTemplateItem(IN_CHANNEL_TEMPLATE, { channel: id }),
          ]),
    )

async function nameOf(client: SanityClient, channel: string): Promise<string> {
  const name = await client.fetch<unknown>('*[_id == $channel][0].name', { channel }, { perspective: 'drafts' })
  return typeof name === 'string' ? name : '频道稿件'
}

const byYear = (S: StructureBuilder): CollectionBuilder =>
  S.component(YEARS_PANE)
    .id('dates')
    .title('按日期')
    .minWidth(WIDTH.least)
    .maxWidth(WIDTH.most)
    .child((year) => (year === 'none' ? articles(S, year, '未填日期', UNDATED) : byMonth(S, year)))

const byMonth = (S: StructureBuilder, year: string): CollectionBuilder =>
  S.component(MONTHS_PANE)
    .id(year)
    .title(`${year}年`)
    .minWidth(WIDTH.least)
    .maxWidth(WIDTH.most)
    .child((month) => byDay(S, month))

const byDay = (S: StructureBuilder, month: string): CollectionBuilder =>
  S.component(DAYS_PANE)
    .id(month)
    .title(month.replace(/^(\d+)-0?(\d+)$/u, '$1年$2月'))
    .minWidth(WIDTH.least)
    .maxWidth(WIDTH.most)
    .child((day) =>
      articles(S, day, day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日'), BETWEEN, { ...dayBounds(day) }),
    )

const articles = (
  S: StructureBuilder,
  id: string,
  title: string,
  filter: string,
  params: Record<string, string> = {},
) =>
  S.documentList()
    .id(id)
    .title(title)
    .schemaType('article')
    .apiVersion(API_VERSION)
    .filter(filter)
    .params(params)
    .defaultOrdering([...NEWEST])
    .initialValueTemplates([S.initialValueTemplateItem('article')])
    .menuItems(S.documentTypeList('article').getMenuItems() ?? [])
    .menuItemGroups(S.documentTypeList('article').getMenuItemGroups() ?? [])

function entryOf(table: Readonly<Record<string, ListFilter>>, id: string): ListFilter | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}
