/** 新浪 2010 to 2015: ids beginning with artibody. */
import type { Template } from './template.ts'

export const SINA_2010: Template = {
  name: '新浪 2010–2015',
  signs: ['#artibody', '#artibodyTitle'],
  title: '#artibodyTitle',
  head: '.artInfo',
  body: '#artibody',
}
