/** 澎湃新闻 2016 to 2021: lines of text in .news_txt, bylines and date in .news_about. */
import type { Template } from './template.ts'

export const THEPAPER_2016: Template = {
  name: '澎湃新闻 2016–2021',
  signs: ['.news_txt', '.news_title'],
  title: '.news_title',
  head: '.news_about',
  body: '.news_txt',
}
