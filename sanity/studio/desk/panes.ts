/**
 * What each list of the desk asks the lake and how its answer becomes rows.
 *
 *   ROOT_PANE asks { drafts: count(…), … }          →  稿件 / 浏览 / 资料
 *   MONTHS_PANE asks for the instants of one year   →  6月 12 · 5月 3
 *
 * Made once: a component that were made anew would be drawn anew, and a reader's place in the list lost.
 */
import { CalendarIcon } from '@sanity/icons/Calendar'
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { CogIcon } from '@sanity/icons/Cog'
import { DocumentsIcon } from '@sanity/icons/Documents'
import { EditIcon } from '@sanity/icons/Edit'
import { FolderIcon } from '@sanity/icons/Folder'
import { RemoveCircleIcon } from '@sanity/icons/RemoveCircle'
import { TagIcon } from '@sanity/icons/Tag'
import { TiersIcon } from '@sanity/icons/Tiers'
import { UserIcon } from '@sanity/icons/User'
import { UsersIcon } from '@sanity/icons/Users'
import { WarningOutlineIcon } from '@sanity/icons/WarningOutline'
import type { ComponentType } from 'react'
import { SITE_ID } from '../../schema/site.ts'
import { dayBounds } from '../../schema/time.ts'
import { BETWEEN, countsQuery, KINDS, STATES, UNDATED, type ListFilter } from './filters.ts'
import { channelRows, countedRows, dayRows, type Row } from './rows.ts'
import { rowsPane } from './RowsPane.tsx'

const row = (id: string, { title, hint }: Omit<ListFilter, 'filter'>, icon: ComponentType): Row => ({
  id,
  title,
  hint,
  icon,
})

const ROOT: readonly Row[] = [
  { ...row('all', STATES.all, DocumentsIcon), heading: '稿件' },
  row('drafts', STATES.drafts, EditIcon),
  row('published', STATES.published, CheckmarkCircleIcon),
  row('correcting', STATES.correcting, WarningOutlineIcon),
  row('withdrawn', STATES.withdrawn, RemoveCircleIcon),
  row('unedited', STATES.unedited, UserIcon),
  { ...row('channels', { title: '按频道', hint: '各频道的稿件' }, FolderIcon), heading: '浏览' },
  row('dates', { title: '按日期', hint: '年、月、日（北京时间）' }, CalendarIcon),
  { ...row('profile', KINDS.profile, UsersIcon), heading: '资料' },
  row('source', KINDS.source, TagIcon),
  row('channel', KINDS.channel, TiersIcon),
  row(SITE_ID, { title: '站点', hint: '报头、页脚和声明' }, CogIcon),
]

const COUNTS = countsQuery(
  Object.fromEntries([...Object.entries(STATES), ...Object.entries(KINDS)].map(([id, { filter }]) => [id, filter])),
)

export const ROOT_PANE = rowsPane({ query: () => COUNTS, rows: (answer) => countedRows(ROOT, answer) })

export const CHANNELS_PANE = rowsPane({
  query: () =>
    '{"channels": *[_type == "channel"] | order(coalesce(order, 9999), name){_id, name, parent}, "articles": *[_type == "article"].channel._ref}',
  rows: channelRows,
})

const instants = (filter: string): string => `*[${filter}].publishedAt`

export const YEARS_PANE = rowsPane({
  query: () => `{"dated": ${instants('_type == "article" && defined(publishedAt)')}, "none": count(*[${UNDATED}])}`,
  rows: (answer) => {
    if (typeof answer !== 'object' || answer === null || !('dated' in answer) || !('none' in answer)) return []
    const years = dayRows(answer.dated, 'year').map((year) => ({ ...year, icon: CalendarIcon }))
    return typeof answer.none === 'number' && answer.none > 0
      ? [...years, { id: 'none', title: '未填日期', count: answer.none }]
      : years
  },
})

export const MONTHS_PANE = rowsPane({
  query: () => instants(BETWEEN),
  params: dayBounds,
  rows: (answer) => dayRows(answer, 'month').map((month) => ({ ...month, icon: CalendarIcon })),
})

export const DAYS_PANE = rowsPane({
  query: () => instants(BETWEEN),
  params: dayBounds,
  rows: (answer) => dayRows(answer, 'day').map((day) => ({ ...day, icon: CalendarIcon })),
})
