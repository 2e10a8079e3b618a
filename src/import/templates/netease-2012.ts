/** 网易 2012 to 2015: source and editor below the text, in .ep-source. */
import type { Template } from './template.ts'

export const NETEASE_2012: Template = {
  name: '网易 2012–2015',
  signs: ['#h1title', '#endText'],
  title: '#h1title',
  head: '.ep-time-soure',
  body: '#endText',
}
