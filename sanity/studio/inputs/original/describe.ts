/**
 * What was read from a pasted page, field by field, in the schema's own words.
 *
 *   describeOriginal(page)  →  [{ title: '主标题', value: '把渠修到田头' }, { title: '刊发时间', value: '2024年06月02日08:30' }, …]
 */
import { article } from '../../../schema/article.ts'
import { roleOf } from '../../../schema/roles.ts'
import type { OriginalPage, PageSection } from '../../../../src/import/page.ts'
import { formatMinute } from '../../../../src/text/dates.ts'
import { letterCount } from '../markdown/marks.ts'

export interface Row {
  title: string
  value: string
}

/** The Chinese title of a field: from the schema, the only place where it is written. */
export const titleOf = (field: string): string => article.fields.find(({ name }) => name === field)?.title ?? field

export function describeOriginal(page: OriginalPage): Row[] {
  const [first, ...rest] = page.sections
  const lead = first?.heading === undefined ? first : undefined
  const sections = lead === undefined ? page.sections : rest
  const rows: [string, string | undefined][] = [
    ['kicker', page.kicker],
    ['title', page.title],
    ['subtitle', page.subtitle],
    ['publishedAt', page.publishedAt === undefined ? undefined : formatMinute(page.publishedAt)],
    ['source', page.source?.name],
    ['originalTitle', page.originalTitle],
    ['dateline', page.dateline],
    ['lead', lead === undefined ? undefined : sizeOf(lead)],
    ['sections', sections.map((section) => `${section.heading ?? '（无小标题）'}　${sizeOf(section)}`).join('\n')],
    ['attributions', creditsIn(page)],
    ['printReference', page.printReference],
    ['recommended', page.recommended.map(({ title }) => title).join('\n')],
  ]
  return rows.flatMap(([field, value]) =>
    value === undefined || value === '' ? [] : [{ title: titleOf(field), value }],
  )
}

const sizeOf = ({ paragraphs }: PageSection): string =>
  `${paragraphs.length} 段，${letterCount(paragraphs.join(''))} 字`

const creditsIn = ({ credits }: OriginalPage): string =>
  credits.map(({ role, people }) => `${roleOf(role).title}：${people.map(({ name }) => name).join('、')}`).join('\n')
