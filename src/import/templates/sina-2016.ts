/** 新浪 since 2016: headline above the columns, date and source in .date-source. */
import type { Template } from './template.ts'

export const SINA_2016: Template = {
  name: '新浪 2016',
  signs: ['.main-title', '.date-source'],
  title: '.main-title',
  head: '.date-source',
  body: '#article',
}
