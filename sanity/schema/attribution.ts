/**
 * Attribution 署名: one person's or desk's part in one article.
 *
 *   { role: 'editor', name: '韩岭', note: '实习' }  prints as  责编：韩岭(实习)
 */
import { defineField, defineType } from '@sanity/types'
import { ROLES, roleOf } from './roles.ts'

export const attribution = defineType({
  name: 'attribution',
  title: '署名',
  description: '一位人物或一个部门在一篇稿件中的分工，按版面上的先后排列。',
  type: 'object',
  fields: [
    defineField({
      name: 'role',
      title: '分工',
      type: 'string',
      options: { list: ROLES.map((role) => ({ title: role.title, value: role.id })) },
      validation: (rule) => rule.required().error('请选择分工，例如“责编”或“记者”。'),
    }),
    defineField({
      name: 'name',
      title: '署名姓名',
      description: '此处印出的姓名。少数民族姓名用间隔号“·”。',
      type: 'string',
      validation: (rule) => rule.required().max(60).error('请填写姓名，不超过 60 个字。'),
    }),
    defineField({
      name: 'who',
      title: '人物或来源',
      description: '与人物库对应；同名者在此区分。',
      type: 'reference',
      to: [{ type: 'profile' }, { type: 'source' }],
    }),
    defineField({
      name: 'label',
      title: '版面称谓',
      description: '与分工的通用名称不同时填写，例如“本报记者”。',
      type: 'string',
    }),
    defineField({ name: 'note', title: '附注', description: '姓名后的括注，例如“实习”。', type: 'string' }),
    defineField({ name: 'code', title: '工号', description: '姓名后的编辑代码，例如“PN269”。', type: 'string' }),
    defineField({ name: 'affiliation', title: '所属', description: '姓名前的单位，例如“新华社”。', type: 'string' }),
  ],
  preview: {
    select: { role: 'role', name: 'name', note: 'note' },
    prepare: ({ role, name, note }) => ({
      title: `${name ?? '（未填姓名）'}${note ? `（${note}）` : ''}`,
      subtitle: ROLES.some((row) => row.id === role) ? roleOf(role).title : '未选分工',
    }),
  },
})
