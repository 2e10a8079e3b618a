/**
 * Credit line 署名行: a line of the original page, to the letter, and where it stood.
 *
 *   { place: 'foot', text: '(责编：甲、乙)' }
 *
 * The date-and-source line and the 原标题 line are kept the same way: whatever the page printed in its own words is printed again.
 */
import { defineField, defineType } from '@sanity/types'

export const CREDIT_PLACES = [
  { title: '标题下署名', value: 'byline' },
  { title: '日期来源行', value: 'head' },
  { title: '原标题行', value: 'originalTitle' },
  { title: '正文之中（已在正文里，不另印）', value: 'inText' },
  { title: '正文末尾（接最后一字）', value: 'textEnd' },
  { title: '正文之后另起一行', value: 'afterText' },
  { title: '页尾', value: 'foot' },
] as const

export const creditLine = defineType({
  name: 'creditLine',
  title: '原样印文',
  description: '原页面上的一行，一字不改。',
  type: 'object',
  fields: [
    defineField({
      name: 'place',
      title: '位置',
      type: 'string',
      options: { list: [...CREDIT_PLACES] },
      validation: (rule) => rule.required().error('请选择这一行原来的位置。'),
    }),
    defineField({
      name: 'text',
      title: '原文',
      type: 'string',
      validation: (rule) => rule.required().error('请填写原文。'),
    }),
  ],
  preview: {
    select: { title: 'text', place: 'place' },
    prepare: ({ title, place }) => ({
      title,
      subtitle: CREDIT_PLACES.find(({ value }) => value === place)?.title ?? '未选位置',
    }),
  },
})
