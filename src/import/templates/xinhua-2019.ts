/** 新华网 2017 to 2020: text in #p-detail, credits in .p-tags inside it. */
import type { Template } from './template.ts'

export const XINHUA_2019: Template = {
  name: '新华网 2017–2020',
  signs: ['#p-detail', '.h-title'],
  title: '.h-title',
  head: '.h-info',
  body: '#p-detail',
}
