/**
 * Article 文章: one page of the paper, top to bottom as it is printed.
 *
 *   kicker 引题 · title 主标题 · subtitle 副题 · publishedAt + source · originalTitle 原标题 · lead · sections · attributions · recommended
 *
 * The order of fields is the order of the page, so that an editor's form reads as the page does.
 */
import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { isAddress } from './address.ts'

const GROUPS = [
  { name: 'head', title: '题与源', default: true },
  { name: 'text', title: '正文' },
  { name: 'credits', title: '署名' },
  { name: 'address', title: '地址' },
  { name: 'record', title: '档案' },
]

const of = (type: string) => [defineArrayMember({ type })]
const addressRule = (path: string | undefined) =>
  path === undefined ||
  isAddress(path) ||
  '地址形如 /2024/0602/a1.html：汉字、字母、数字、连字符，以 .html 结尾，不能进入站点自用的文件夹。'

export const article = defineType({
  name: 'article',
  title: '文章',
  type: 'document',
  groups: GROUPS,
  fields: [
    defineField({ name: 'kicker', title: '引题', description: '主标题上方的一行。', type: 'string', group: 'head' }),
    defineField({
      name: 'title',
      title: '主标题',
      type: 'string',
      group: 'head',
      validation: (rule) => rule.required().max(200).error('请填写主标题，不超过 200 个字。'),
    }),
    defineField({ name: 'subtitle', title: '副题', description: '主标题下方的一行。', type: 'string', group: 'head' }),
    defineField({
      name: 'publishedAt',
      title: '刊发时间',
      description: '北京时间，印到分钟。',
      type: 'datetime',
      group: 'head',
      validation: (rule) => rule.required().error('请填写刊发时间。'),
    }),
    defineField({ name: 'source', title: '来源', type: 'reference', to: [{ type: 'source' }], group: 'head' }),
    defineField({ name: 'channel', title: '频道', type: 'reference', to: [{ type: 'channel' }], group: 'head' }),
    defineField({
      name: 'originalTitle',
      title: '原标题',
      description: '转载时改过标题的，填写原来的标题。',
      type: 'string',
      group: 'head',
    }),
    defineField({
      name: 'dateline',
      title: '电头',
      description: '例如“本报青禾六月二日电”。',
      type: 'string',
      group: 'text',
    }),
    defineField({
      name: 'lead',
      title: '导语',
      description: 'Markdown。第一个小标题之前的正文。',
      type: 'text',
      rows: 6,
      group: 'text',
    }),
    defineField({ name: 'sections', title: '小节', type: 'array', of: of('section'), group: 'text' }),
    defineField({ name: 'pictures', title: '图片', type: 'array', of: of('picture'), group: 'text' }),
    defineField({
      name: 'attributions',
      title: '署名',
      description: '按版面上的先后排列。',
      type: 'array',
      of: of('attribution'),
      group: 'credits',
    }),
    defineField({
      name: 'creditLines',
      title: '原样印文',
      description: '导入的稿件保留原页面的署名行；与上面的署名一致时按结构印出，否则照此原样印出。',
      type: 'array',
      of: of('creditLine'),
      group: 'credits',
    }),
    defineField({ name: 'corrections', title: '更正', type: 'array', of: of('correction'), group: 'credits' }),
    defineField({ name: 'recommended', title: '热点推荐', type: 'array', of: of('recommended'), group: 'text' }),
    defineField({
      name: 'address',
      title: '地址',
      description: '页面在本站的路径；导入的稿件沿用原来的路径。一经刊发不再更改。',
      type: 'string',
      group: 'address',
      validation: (rule) => [rule.required().error('请填写地址。'), rule.custom(addressRule)],
    }),
    defineField({
      name: 'formerAddresses',
      title: '曾用地址',
      type: 'array',
      of: [defineArrayMember({ type: 'string', validation: (rule) => rule.custom(addressRule) })],
      group: 'address',
    }),
    defineField({
      name: 'originalUrl',
      title: '原始网址',
      type: 'url',
      group: 'address',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('网址以 http:// 或 https:// 开头。'),
    }),
    defineField({
      name: 'printReference',
      title: '版次',
      description: '例如“《禾风日报》（2024年06月02日 03 版）”。',
      type: 'string',
      group: 'record',
    }),
    defineField({
      name: 'embargo',
      title: '刊发限时',
      description: '此时间之前不上网。',
      type: 'datetime',
      group: 'record',
    }),
    defineField({
      name: 'withdrawn',
      title: '撤稿',
      type: 'object',
      group: 'record',
      fields: [
        defineField({ name: 'date', title: '撤稿时间', type: 'datetime' }),
        defineField({ name: 'reason', title: '撤稿原因', type: 'text', rows: 2 }),
      ],
    }),
    defineField({
      name: 'rights',
      title: '版权',
      description: '不填则用站点的默认版权。',
      type: 'rights',
      group: 'record',
    }),
    defineField({ name: 'provenance', title: '出处', type: 'provenance', group: 'record' }),
  ],
  orderings: [{ title: '刊发时间，新的在前', name: 'newest', by: [{ field: 'publishedAt', direction: 'desc' }] }],
  preview: {
    select: { title: 'title', source: 'source.name', publishedAt: 'publishedAt', media: 'pictures.0.image' },
    prepare: ({ title, source, publishedAt, media }) => ({
      title,
      subtitle: [String(publishedAt ?? '').slice(0, 10), source].filter(Boolean).join(' · '),
      media,
    }),
  },
})
