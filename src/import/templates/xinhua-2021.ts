/** 新华网 since 2021, headquarters and provinces: text in #detail, credits in #articleEdit. */
import type { Template } from './template.ts'

export const XINHUA_2021: Template = {
  name: '新华网 2021',
  signs: ['#detail', '#articleEdit'],
  title: 'h1',
  body: '#detail',
  foot: '#articleEdit',
}
