/**
 * Recommended 热点推荐: a link beside the text, to an article of ours or to a page elsewhere.
 *
 *   { article: → Article }   or   { title: '渠水到田头', url: 'https://elsewhere.example/1.html' }
 */
import { defineField, defineType } from '@sanity/types'

export const recommended = defineType({
  name: 'recommended',
  title: '推荐',
  type: 'object',
  fields: [
    defineField({ name: 'article', title: '本站稿件', type: 'reference', to: [{ type: 'article' }], weak: true }),
    defineField({ name: 'title', title: '标题', description: '站外链接时填写；站内可不填。', type: 'string' }),
    defineField({
      name: 'url',
      title: '站外网址',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }).error('网址以 http:// 或 https:// 开头。'),
    }),
  ],
  preview: {
    select: { title: 'title', article: 'article.title', subtitle: 'url' },
    prepare: ({ title, article, subtitle }) => ({ title: title ?? article, subtitle }),
  },
})
