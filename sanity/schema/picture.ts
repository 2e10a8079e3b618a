/**
 * Picture 图片: an image in its place in the text, with caption and credit.
 *
 *   { image: → asset, alt: '渠首闸门', caption: '六月二日，渠首闸门开启。', credit: '本报记者 石砚 摄', position: 0 }
 */
import { defineField, defineType } from '@sanity/types'

export const picture = defineType({
  name: 'picture',
  title: '图片',
  description: '正文中的一幅图片及其说明。',
  type: 'object',
  fields: [
    defineField({
      name: 'image',
      title: '图片文件',
      type: 'image',
      options: { hotspot: true },
      validation: (rule) => rule.required().error('请上传图片。'),
    }),
    defineField({
      name: 'alt',
      title: '替代文字',
      description: '给看不到图片的读者：画面上有什么。',
      type: 'string',
      validation: (rule) => rule.required().error('请写替代文字，读屏的读者靠它知道画面内容。'),
    }),
    defineField({ name: 'caption', title: '图片说明', type: 'text', rows: 2 }),
    defineField({
      name: 'credit',
      title: '图片署名',
      description: '照原样印出，例如“本报记者 石砚 摄”。',
      type: 'string',
    }),
    defineField({
      name: 'position',
      title: '位置',
      description: '0 置于正文之首；n 置于第 n 小节的小标题之下。',
      type: 'number',
      initialValue: 0,
      validation: (rule) => rule.integer().min(0).error('位置是 0 或正整数。'),
    }),
  ],
  preview: { select: { title: 'caption', subtitle: 'credit', media: 'image' } },
})
