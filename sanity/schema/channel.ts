/**
 * Channel 频道: where a page stands in the paper, as the breadcrumb says it.
 *
 *   { name: '乡村', path: 'xiangcun', parent: → 要闻 }  prints as  禾风网 >> 要闻 >> 乡村
 */
import { defineField, defineType } from '@sanity/types'

export const channel = defineType({
  name: 'channel',
  title: '频道',
  description: '页面上方路径中的一级。',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: '名称',
      type: 'string',
      validation: (rule) => rule.required().error('请填写频道名称。'),
    }),
    defineField({
      name: 'path',
      title: '路径',
      description: '频道页的地址，小写字母、数字和连字符，例如 xiangcun。',
      type: 'string',
      validation: (rule) =>
        rule
          .required()
          .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
          .error('路径只用小写字母、数字和连字符，例如 xiangcun。'),
    }),
    defineField({ name: 'parent', title: '上级频道', type: 'reference', to: [{ type: 'channel' }] }),
    defineField({
      name: 'order',
      title: '次序',
      description: '频道栏中从小到大排列；不填的排在最后。',
      type: 'number',
    }),
  ],
  preview: {
    select: { title: 'name', parent: 'parent.name', path: 'path' },
    prepare: ({ title, parent, path }) => ({ title, subtitle: [parent, path].filter(Boolean).join(' · ') }),
  },
  orderings: [
    { title: '频道栏的次序', name: 'order', by: [{ field: 'order', direction: 'asc' }] },
    { title: '名称', name: 'name', by: [{ field: 'name', direction: 'asc' }] },
  ],
})
