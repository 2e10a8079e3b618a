/** 财新网 since 2018: the page names itself and no source; the subtitle stands below the byline. */
import type { Template } from './template.ts'

export const CAIXIN_2018: Template = {
  name: '财新网 2018',
  signs: ['#Main_Content_Val', '#conTit'],
  title: '#conTit h1',
  subtitle: '#subhead',
  head: '#artInfo',
  body: '#Main_Content_Val',
  foot: '.idetor',
  outlet: '财新网',
}
