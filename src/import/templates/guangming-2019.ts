/** 光明网 since 2019: text in .u-mainText, the editor at its end. */
import type { Template } from './template.ts'

export const GUANGMING_2019: Template = {
  name: '光明网 2019',
  signs: ['.u-mainText', '.u-title'],
  title: '.u-title',
  head: '.m_tips',
  body: '.u-mainText',
}
