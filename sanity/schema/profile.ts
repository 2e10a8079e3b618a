/**
 * Profile 人物: one person, whether they wrote, edited or are written about.
 *
 *   { name: '古兰·阿依登', position: '驻村第一书记', organisation: '青禾镇', nativeName: { text: 'گۈلان', lang: 'ug', script: 'Arab' } }
 *
 * Two people may share a name: their pages tell them apart by position, organisation and place.
 */
import { defineArrayMember, defineField, defineType, type DocumentRule } from '@sanity/types'
import { profileProblems } from './rules.ts'
import { shownBelow } from './shown.ts'

export const profileRules = (rule: DocumentRule): DocumentRule[] => [
  rule.custom((document) => shownBelow(profileProblems(document ?? {}), 'warning')).warning(),
]

export const profile = defineType({
  name: 'profile',
  title: '人物',
  description: '记者、编辑，或报道中写到的人。同名者各建一条。',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: '姓名',
      description: '版面上的写法；少数民族姓名用间隔号“·”（U+00B7）。',
      type: 'string',
      validation: (rule) => rule.required().max(60).error('请填写姓名，不超过 60 个字。'),
    }),
    defineField({
      name: 'otherNames',
      title: '其他写法',
      description: '笔名、旧译名、繁体写法等。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    defineField({
      name: 'reading',
      title: '读音',
      description: '姓名的拼音，例如“dān xiǎo lán”；只在查找和排序读错时填写。',
      type: 'string',
      validation: (rule) =>
        rule
          .max(120)
          .regex(/^[\p{Script=Latin}\p{M}\s'’·-]*$/u, { name: '拼音' })
          .error('请用拼音字母填写读音。'),
    }),
    defineField({
      name: 'nativeName',
      title: '本民族文字姓名',
      type: 'object',
      fields: [
        defineField({ name: 'text', title: '姓名', type: 'string' }),
        defineField({ name: 'lang', title: '语言代码', description: 'BCP 47，例如 ug、kk、bo、mn。', type: 'string' }),
        defineField({
          name: 'script',
          title: '文字代码',
          description: 'ISO 15924，例如 Arab、Tibt、Mong。',
          type: 'string',
        }),
      ],
    }),
    defineField({ name: 'position', title: '职务', type: 'string' }),
    defineField({ name: 'organisation', title: '单位', type: 'string' }),
    defineField({ name: 'place', title: '地方', type: 'string' }),
    defineField({ name: 'portrait', title: '头像', type: 'image', options: { hotspot: true } }),
    defineField({ name: 'note', title: '说明', description: '一两句话；同名者在此说明区别。', type: 'text', rows: 3 }),
  ],
  validation: profileRules,
  preview: {
    select: { title: 'name', position: 'position', organisation: 'organisation', media: 'portrait' },
    prepare: ({ title, position, organisation, media }) => ({
      title,
      subtitle: [organisation, position].filter(Boolean).join(' '),
      media,
    }),
  },
  orderings: [
    { title: '姓名', name: 'name', by: [{ field: 'name', direction: 'asc' }] },
    { title: '最近修改', name: 'edited', by: [{ field: '_updatedAt', direction: 'desc' }] },
  ],
})
