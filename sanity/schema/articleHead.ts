/**
 * The head of an article as it is printed: kicker, title, subtitle; date, source, channel, former title, and where it will stand.
 *
 *   引题 〔全县春灌一线报道〕 · 主标题 〔把渠修到田头〕 · 刊发时间 〔2024年06月02日 08:30〕 · 来源 〔禾风日报〕
 */
import { defineField } from '@sanity/types'
import { isAddress } from './address.ts'
import { BAD_ADDRESS, MISSING } from './rules.ts'
import { BEIJING_TIME } from './time.ts'

const headline = { group: 'headline', fieldset: 'headline' } as const
const origin = { group: 'origin', fieldset: 'origin' } as const

/** How much more a word counts where it stands in a headline than in the text. */
const IN_TITLE = { search: { weight: 10 } }

export const headlineFields = [
  defineField({
    name: 'kicker',
    title: '引题',
    description: '主标题上方的一行。',
    type: 'string',
    options: IN_TITLE,
    ...headline,
  }),
  defineField({
    name: 'title',
    title: '主标题',
    type: 'string',
    options: IN_TITLE,
    ...headline,
    validation: (rule) => [rule.required().error(MISSING.title), rule.max(200).error('主标题不超过 200 个字。')],
  }),
  defineField({
    name: 'subtitle',
    title: '副题',
    description: '主标题下方的一行。',
    type: 'string',
    options: IN_TITLE,
    ...headline,
  }),
]

export const originFields = [
  defineField({
    name: 'publishedAt',
    title: '刊发时间',
    description: '北京时间，印到分钟。',
    type: 'datetime',
    options: BEIJING_TIME,
    ...origin,
    initialValue: () => `${new Date().toISOString().slice(0, 16)}:00.000Z`,
    validation: (rule) => rule.required().error(MISSING.publishedAt),
  }),
  defineField({
    name: 'source',
    title: '来源',
    description: '页面上印在日期之后。',
    type: 'reference',
    to: [{ type: 'source' }],
    ...origin,
  }),
  defineField({
    name: 'channel',
    title: '频道',
    description: '页面上方的路径，例如“要闻 >> 乡村”。',
    type: 'reference',
    to: [{ type: 'channel' }],
    ...origin,
  }),
  defineField({
    name: 'originalTitle',
    title: '原标题',
    description: '转载时改过标题的，填写原来的标题。',
    type: 'string',
    ...origin,
  }),
  defineField({
    name: 'address',
    title: '地址',
    description: '页面在本站的路径；导入的稿件沿用原来的路径。一经刊发不再更改。',
    type: 'string',
    ...origin,
    validation: (rule) => [
      rule.required().error(MISSING.address),
      rule.custom((path: string | undefined) => path === undefined || isAddress(path) || BAD_ADDRESS),
    ],
  }),
]
