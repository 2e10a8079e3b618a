/** 人民网’s channel skin (健康 and others, 2016 to 2024): the headline is the h2, its kicker the h4, its subtitle the h3. */
import type { Template } from './template.ts'

export const PEOPLE_CHANNEL: Template = {
  name: '人民网频道',
  signs: ['.artDet', '.artOri'],
  kicker: 'h4',
  title: 'h2',
  subtitle: 'h3',
  head: '.artOri',
  body: '.artDet',
  foot: '.editor',
  channel: '.subNav',
}
