/**
 * What the archive keeps of an article and a reader does not see on the page.
 *
 *   曾用地址 · 原始网址 · 刊发限时 · 撤稿 { date, reason } · 版权 · 出处
 */
import { defineArrayMember, defineField } from '@sanity/types'
import { isAddress } from './address.ts'
import { BAD_ADDRESS } from './rules.ts'
import { BEIJING_TIME } from './time.ts'

const record = { group: 'record', fieldset: 'record' } as const

export const recordFields = [
  defineField({
    name: 'formerAddresses',
    title: '曾用地址',
    description: '改过地址的，旧地址写在这里，读者仍能找到。',
    type: 'array',
    of: [
      defineArrayMember({
        type: 'string',
        validation: (rule) =>
          rule.custom((path: string | undefined) => path === undefined || isAddress(path) || BAD_ADDRESS),
      }),
    ],
    ...record,
  }),
  defineField({
    name: 'originalUrl',
    title: '原始网址',
    type: 'url',
    ...record,
    validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('网址以 http:// 或 https:// 开头。'),
  }),
  defineField({
    name: 'embargo',
    title: '刊发限时',
    description: '此时间（北京时间）之前不上网。',
    type: 'datetime',
    options: BEIJING_TIME,
    ...record,
  }),
  defineField({
    name: 'withdrawn',
    title: '撤稿',
    description: '由“撤稿”操作写入；撤回的稿件在原地址留下说明。',
    type: 'object',
    ...record,
    // Empty until the action fills it: nobody should withdraw an article by filling in a form.
    hidden: ({ value }) => value === undefined || value === null,
    fields: [
      defineField({ name: 'date', title: '撤稿时间', type: 'datetime', options: BEIJING_TIME }),
      defineField({ name: 'reason', title: '撤稿原因', type: 'text', rows: 2 }),
    ],
  }),
  defineField({ name: 'rights', title: '版权', description: '不填则用站点的默认版权。', type: 'rights', ...record }),
  defineField({
    name: 'provenance',
    title: '出处',
    type: 'provenance',
    ...record,
    hidden: ({ value }) => value === undefined || value === null,
  }),
]
