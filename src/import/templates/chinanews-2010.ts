/** 中新网 2010 to 2020: text in .left_zw, date line in .left-t or .left_time. */
import type { Template } from './template.ts'

export const CHINANEWS_2010: Template = {
  name: '中新网 2010–2020',
  signs: ['.left_zw'],
  title: 'h1',
  head: '.left-t, .left_time',
  body: '.left_zw',
}
