/**
 * Site 站点: the archive itself; one document, `_id` is `site`.
 *
 *   { title: '禾风网', address: 'https://hefeng.example', footer: '禾风日报社版权所有', rights: { holder: '禾风日报社' } }
 */
import { defineArrayMember, defineField, defineType } from '@sanity/types'

export const SITE_ID = 'site'

export const site = defineType({
  name: 'site',
  title: '站点',
  description: '报头、页脚和声明。全站只有一份。',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: '站名',
      type: 'string',
      validation: (rule) => rule.required().error('请填写站名。'),
    }),
    defineField({ name: 'masthead', title: '报头语', description: '站名旁的一句话。', type: 'string' }),
    defineField({
      name: 'address',
      title: '网站地址',
      description: '正式发布的网址，用于规范链接，例如 https://hefeng.example。',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('网址以 http:// 或 https:// 开头。'),
    }),
    defineField({ name: 'footer', title: '页脚', description: '版权一行，例如“禾风日报社版权所有”。', type: 'string' }),
    defineField({
      name: 'notices',
      title: '声明',
      description: '页脚下方的若干行，例如许可证号、举报电话。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    defineField({
      name: 'cards',
      title: '分享图',
      description: '为每篇稿件绘制一张分享用的图片：标题、来源、署名。每张约需二十分之一秒。',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({ name: 'rights', title: '默认版权', type: 'rights' }),
  ],
  preview: { select: { title: 'title', subtitle: 'address' } },
})
