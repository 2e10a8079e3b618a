/** 网易 2016 to 2020: date line in .post_time_source. */
import type { Template } from './template.ts'

export const NETEASE_2016: Template = {
  name: '网易 2016–2020',
  signs: ['.post_time_source', '#endText'],
  title: '.post_content_main h1',
  head: '.post_time_source',
  body: '#endText',
}
