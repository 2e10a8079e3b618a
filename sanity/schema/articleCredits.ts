/**
 * Who made an article, and what stands beside it: credits, the lines kept from the original, corrections, recommendations.
 *
 *   署名 [{ role: 'editor', name: '韩岭' }] · 原样印文 ['(责编：韩岭)'] · 更正 [ … ] · 热点推荐 [ … ]
 */
import { defineArrayMember, defineField } from '@sanity/types'

const credits = { group: 'credits', fieldset: 'credits' } as const
const related = { group: 'related', fieldset: 'related' } as const

export const creditFields = [
  defineField({
    name: 'attributions',
    title: '署名',
    description: '按版面上的先后排列；至少有一位责编。',
    type: 'array',
    of: [defineArrayMember({ type: 'attribution' })],
    ...credits,
  }),
  defineField({
    name: 'editorWaiver',
    title: '无责编说明',
    description: '确实没有责编时在此写明原因，方可发布；留在档案里，不印在页面上。',
    type: 'text',
    rows: 2,
    ...credits,
  }),
  defineField({
    name: 'creditLines',
    title: '原样印文',
    description: '导入的稿件保留原页面的署名行；与上面的署名一致时按结构印出，否则照此原样印出。',
    type: 'array',
    of: [defineArrayMember({ type: 'creditLine' })],
    ...credits,
  }),
]

export const relatedFields = [
  defineField({
    name: 'corrections',
    title: '更正',
    description: '长期印在页面上。新的更正请用页面下方“更多操作”中的“更正”，日期会自动写入。',
    type: 'array',
    of: [defineArrayMember({ type: 'correction' })],
    ...related,
  }),
  defineField({
    name: 'recommended',
    title: '热点推荐',
    type: 'array',
    of: [defineArrayMember({ type: 'recommended' })],
    ...related,
  }),
]
