/**
 * The text of an article: dateline, lead, sections, pictures, and the edition that a printed page names below it.
 *
 *   电头 〔本报青禾六月二日电〕 · 导语 〔Markdown〕 · 小节 [ … ] · 图片 [ … ] · 版次 〔《禾风日报》（2024年06月02日 03 版）〕
 */
import { defineArrayMember, defineField } from '@sanity/types'

const text = { group: 'text', fieldset: 'text' } as const

export const textFields = [
  defineField({
    name: 'dateline',
    title: '电头',
    description: '例如“本报青禾六月二日电”。',
    type: 'string',
    ...text,
  }),
  defineField({
    name: 'lead',
    title: '导语',
    description: 'Markdown。第一个小标题之前的正文。',
    type: 'text',
    rows: 6,
    ...text,
  }),
  defineField({
    name: 'sections',
    title: '小节',
    description: '各有小标题的正文；没有小标题的全文写在导语中。',
    type: 'array',
    of: [defineArrayMember({ type: 'section' })],
    ...text,
  }),
  defineField({
    name: 'pictures',
    title: '图片',
    type: 'array',
    of: [defineArrayMember({ type: 'picture' })],
    ...text,
  }),
  defineField({
    name: 'printReference',
    title: '版次',
    description: '例如“《禾风日报》（2024年06月02日 03 版）”。',
    type: 'string',
    ...text,
  }),
]
