/**
 * Section 小节: a subhead and the text below it.
 *
 *   { heading: '先把渠修到田头', body: '第一段……\n\n第二段……', profiles: [→ Profile] }
 */
import { defineArrayMember, defineField, defineType } from '@sanity/types'

export const section = defineType({
  name: 'section',
  title: '小节',
  description: '一个小标题与其下的正文。',
  type: 'object',
  fields: [
    defineField({ name: 'kicker', title: '小标题引题', description: '小标题上方的一行，可不填。', type: 'string' }),
    defineField({
      name: 'heading',
      title: '小标题',
      type: 'string',
      validation: (rule) => rule.max(120).error('小标题不超过 120 个字。'),
    }),
    defineField({ name: 'line', title: '小标题副行', description: '小标题下方的一行，可不填。', type: 'string' }),
    defineField({
      name: 'body',
      title: '正文',
      description: 'Markdown。段落之间空一行；段首不必空格。',
      type: 'text',
      rows: 12,
      validation: (rule) => rule.required().error('小节需要正文。'),
    }),
    defineField({
      name: 'profiles',
      title: '文中人物',
      description: '本小节写到的人物；其姓名首次出现处会链接到人物页。',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'profile' }] })],
      validation: (rule) => rule.unique().error('同一人物只需列一次。'),
    }),
  ],
  preview: {
    select: { heading: 'heading', body: 'body' },
    prepare: ({ heading, body }) => ({ title: heading ?? '（无小标题）', subtitle: String(body ?? '').slice(0, 40) }),
  },
})
