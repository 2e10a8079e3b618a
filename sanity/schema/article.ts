/**
 * Article 文章: one page of the paper, top to bottom as it is printed.
 *
 *   题 kicker · title · subtitle   日期来源 publishedAt · source · channel · originalTitle · address   正文 dateline · lead · sections · pictures
 *   署名 attributions · creditLines   相关 corrections · recommended   档案 what the reader does not see
 *
 * The order of fields is the order of the page, so that an editor's form reads as the page does. Each group of fields is one tab and,
 * where all fields are shown, one block. What keeps an article from being published is in rules.ts.
 */
import { defineType, type DocumentRule } from '@sanity/types'
import { creditFields, relatedFields } from './articleCredits.ts'
import { headlineFields, originFields } from './articleHead.ts'
import { articlePreview } from './articlePreview.ts'
import { recordFields } from './articleRecord.ts'
import { textFields } from './articleText.ts'
import { shownBelow } from './shown.ts'
import { problemsOf } from './rules.ts'

const PARTS = [
  { name: 'headline', title: '题' },
  { name: 'origin', title: '日期来源' },
  { name: 'text', title: '正文' },
  { name: 'credits', title: '署名' },
  { name: 'related', title: '相关' },
  { name: 'record', title: '档案' },
]

/** Title, time and address say for themselves that they are missing; `required` there is also what makes their types certain. */
export const articleRules = (rule: DocumentRule): DocumentRule[] => [
  rule
    .custom((document) => shownBelow(problemsOf(document ?? {}), 'error', ['title', 'publishedAt', 'address']))
    .error(),
  rule.custom((document) => shownBelow(problemsOf(document ?? {}), 'warning')).warning(),
]

export const article = defineType({
  name: 'article',
  title: '稿件',
  description: '一篇稿件，自上而下与页面的次序相同。',
  type: 'document',
  groups: PARTS,
  fieldsets: PARTS,
  fields: [...headlineFields, ...originFields, ...textFields, ...creditFields, ...relatedFields, ...recordFields],
  validation: articleRules,
  orderings: [
    { title: '刊发时间，新的在前', name: 'newest', by: [{ field: 'publishedAt', direction: 'desc' }] },
    { title: '刊发时间，旧的在前', name: 'oldest', by: [{ field: 'publishedAt', direction: 'asc' }] },
    { title: '最近修改', name: 'edited', by: [{ field: '_updatedAt', direction: 'desc' }] },
    { title: '标题', name: 'title', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: articlePreview,
})
