/**
 * Source 来源: the newspaper, agency or desk that a page came from.
 *
 *   { name: '禾风日报', kind: 'newspaper', home: 'https://hefeng.example/' }
 */
import { defineField, defineType } from '@sanity/types'

const KINDS = [
  { title: '报纸', value: 'newspaper' },
  { title: '通讯社', value: 'agency' },
  { title: '网站', value: 'website' },
  { title: '广播电视', value: 'broadcaster' },
  { title: '杂志', value: 'magazine' },
  { title: '部门', value: 'desk' },
  { title: '其他', value: 'other' },
]

export const source = defineType({
  name: 'source',
  title: '来源',
  description: '稿件来自哪家报纸、通讯社或部门。',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: '名称',
      type: 'string',
      validation: (rule) => rule.required().error('请填写来源名称。'),
    }),
    defineField({ name: 'kind', title: '类别', type: 'string', options: { list: KINDS }, initialValue: 'newspaper' }),
    defineField({
      name: 'home',
      title: '网址',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('网址以 http:// 或 https:// 开头。'),
    }),
  ],
  preview: {
    select: { title: 'name', kind: 'kind' },
    prepare: ({ title, kind }) => ({ title, subtitle: KINDS.find(({ value }) => value === kind)?.title ?? '' }),
  },
  orderings: [{ title: '名称', name: 'name', by: [{ field: 'name', direction: 'asc' }] }],
})
