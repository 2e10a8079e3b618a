/** 人民网 since 2021: everything in .rm_txt; the header has headings of its own. */
import type { Template } from './template.ts'

export const PEOPLE_2021: Template = {
  name: '人民网 2021',
  signs: ['.rm_txt', '.rm_txt_con'],
  kicker: '.rm_txt h3.pre',
  title: '.rm_txt h1',
  subtitle: '.rm_txt h4.sub',
  byline: '.rm_txt .author',
  head: '.rm_txt .channel .col-1-1',
  body: '.rm_txt_con',
  foot: '.rm_txt_con .edit',
  channel: '#rwb_navpath',
}
