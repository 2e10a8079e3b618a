/** 人民网 2016 to 2020: headline over both columns, date line in .box01, text in #rwb_zw. */
import type { Template } from './template.ts'

export const PEOPLE_2016: Template = {
  name: '人民网 2016–2020',
  signs: ['#rwb_zw', '.text_title'],
  kicker: 'h3.pre',
  title: '.text_title h1',
  subtitle: 'h4.sub',
  byline: 'p.author',
  head: '.box01 .fl',
  body: '#rwb_zw',
  foot: '.edit',
  recommended: '#rwb_rdtj li',
  channel: '#rwb_navpath',
}
