/**
 * Correction 更正: what was wrong on a page and when it was put right; printed on the page for good.
 *
 *   { date: '2024-06-05T02:00:00Z', kind: 'fact', text: '第三段“十二公里”应为“二十公里”。' }
 */
import { defineField, defineType } from '@sanity/types'
import { BEIJING_TIME, shanghaiMinute } from './time.ts'

export const CORRECTION_KINDS = [
  { title: '事实更正', value: 'fact' },
  { title: '署名更正', value: 'credit' },
  { title: '文字更正', value: 'wording' },
  { title: '补充说明', value: 'addition' },
] as const

export const correction = defineType({
  name: 'correction',
  title: '更正',
  description: '对已刊出稿件的更正，长期印在页面上。',
  type: 'object',
  fields: [
    defineField({
      name: 'date',
      title: '更正时间',
      type: 'datetime',
      options: BEIJING_TIME,
      validation: (rule) => rule.required().error('请填写更正时间。'),
    }),
    defineField({
      name: 'kind',
      title: '类别',
      type: 'string',
      options: { list: [...CORRECTION_KINDS] },
      initialValue: 'fact',
      validation: (rule) => rule.required().error('请选择更正的类别。'),
    }),
    defineField({
      name: 'text',
      title: '更正内容',
      description: '写明原文、应为何文。',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('请写明更正了什么。'),
    }),
  ],
  preview: {
    select: { title: 'text', kind: 'kind', date: 'date' },
    prepare: ({ title, kind, date }) => ({
      title,
      subtitle: [CORRECTION_KINDS.find(({ value }) => value === kind)?.title, shanghaiMinute(String(date ?? ''))]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
