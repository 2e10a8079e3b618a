/**
 * Provenance 出处: where a page's text was taken from, so that anyone can check it.
 *
 *   { file: 'seed.txt', sha256: '9f86d0…', capturedAt: '2020-07-02T03:03:00Z', normalisations: ['段首空格已去除'] }
 */
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { BEIJING_TIME } from './time.ts'

export const provenance = defineType({
  name: 'provenance',
  title: '出处',
  description: '导入时的记录，一般不改。',
  type: 'object',
  readOnly: true,
  fields: [
    defineField({ name: 'file', title: '文件名', type: 'string' }),
    defineField({ name: 'sha256', title: '文件校验值', description: 'SHA-256，十六进制。', type: 'string' }),
    defineField({ name: 'capturedAt', title: '保存时间', type: 'datetime', options: BEIJING_TIME }),
    defineField({
      name: 'normalisations',
      title: '所作整理',
      description: '导入时改动过什么，逐条记录。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    defineField({
      name: 'problems',
      title: '未能读懂',
      description: '导入时未能辨认的地方；原文仍保留在正文中。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    defineField({
      name: 'checkedAt',
      title: '核对时间',
      description: '由“核对无误”操作写入：编辑对照原页面看过，无须更正。',
      type: 'datetime',
      options: BEIJING_TIME,
    }),
  ],
})
