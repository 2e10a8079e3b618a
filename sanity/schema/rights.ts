/**
 * Rights 版权: who holds the text and whether we may show it to search engines.
 *
 *   { holder: '禾风日报社', permission: 'own' }
 *
 * A page imported from another's paper stays `noindex` until a permission is recorded.
 */
import { defineField, defineType } from '@sanity/types'

const PERMISSIONS = [
  { title: '本社所有', value: 'own' },
  { title: '已获授权', value: 'granted' },
  { title: '公有领域', value: 'public' },
  { title: '尚无授权', value: 'none' },
]

export const rights = defineType({
  name: 'rights',
  title: '版权',
  type: 'object',
  fields: [
    defineField({ name: 'holder', title: '权利人', type: 'string' }),
    defineField({ name: 'permission', title: '许可', type: 'string', options: { list: PERMISSIONS } }),
    defineField({ name: 'contact', title: '联系方式', type: 'string' }),
  ],
})
