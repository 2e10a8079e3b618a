/** Hostile words in a body's Markdown: inside every mark they are text, and links lead to the web or into our site. */
import { describe, expect, it } from 'vitest'
import { html } from '../../src/site/html.ts'
import { bodyView } from '../../src/site/views/body.ts'
import { plainToMarkdown } from '../../src/text/markdown.ts'
import { elementsOf, visibleText } from '../site/dom.ts'
import { offences } from './allowed.ts'
import { PAYLOADS } from './payloads.ts'

const MARKS: [string, (payload: string) => string][] = [
  ['the body itself', (payload) => payload],
  ['a link', (payload) => `渠水[到了](${payload})田头`],
  ['a link in angle brackets', (payload) => `渠水[到了](<${payload}>)田头`],
  ['a link with a title', (payload) => `渠水[到了](https://a.example "${payload}")`],
  ['a link’s words', (payload) => `[${payload}](https://a.example/)`],
  ['a link of our own', (payload) => `[甲](/${payload})`],
  ['a definition', (payload) => `渠水[到了][a]\n\n[a]: ${payload}`],
  ['angle brackets', (payload) => `<${payload}>`],
  ['emphasis', (payload) => `**${payload}** *${payload}* ~~${payload}~~`],
  ['lists', (payload) => `- ${payload}\n\n1. ${payload}`],
  ['a quotation', (payload) => `> ${payload}`],
  ['a table', (payload) => `| ${payload} | 乙 |\n|---|---|\n| ${payload} | ${payload} |`],
  ['an aligned table', (payload) => `| ${payload} | 乙 |\n|:-:|--:|\n| ${payload} | ${payload} |`],
  ['a fence', (payload) => `\`\`\`${payload}\n${payload}\n\`\`\``],
  ['an image', (payload) => `![${payload}](${payload} "${payload}")`],
]

const bodyOf = (markdown: string, name = '渠水'): string =>
  html`<!doctype html><html lang="zh-Hans"><head></head><body>${bodyView({
    markdown,
    before: html`${name}`,
    after: html`${name}`,
    people: [{ text: name, href: '/people/a.html' }],
  })}</body></html>`.text

const offending = (write: (payload: string) => string): string[] =>
  PAYLOADS.flatMap((payload) => offences(write(payload)).map((offence) => `${offence} by ${JSON.stringify(payload)}`))

describe('hostile words', () => {
  it.each(MARKS)('in %s of Markdown change nothing but text', (_, write) => {
    expect(offending((payload) => bodyOf(write(payload)))).toEqual([])
  })

  it('as the name of someone whom the text names change nothing but text', () => {
    expect(offending((payload) => bodyOf(`甲${payload}乙`, payload))).toEqual([])
  })

  it('filed from an original are shown to the letter', () => {
    const lines = PAYLOADS.flatMap((payload) => payload.split(/[\n\r\u0000]/u)).map((line) => line.trim())
    const changed = lines.filter((line) => {
      const page = bodyView({ markdown: plainToMarkdown([line]), people: [] }).text
      const paragraph = elementsOf(page).find(({ tagName }) => tagName === 'p')
      return line !== '' && squeeze(paragraph === undefined ? '' : visibleText(paragraph)) !== squeeze(line)
    })
    expect(changed).toEqual([])
  })

  it.each(['&', 'amp', 'lt', 'gt', 'quot', ';', '<b>', 'p', 'a', 'href', 'class', '/people', '"', "'"])(
    'are shown to the letter when they name a person too: %s',
    (name) => {
      const text = `甲 <b> & "乙" ${name} AT&T 丙`
      const page = bodyView({
        markdown: plainToMarkdown([text]),
        people: [{ text: name, href: '/people/a.html' }],
      }).text
      expect(elementsOf(page).map(visibleText)[2]).toContain(text)
    },
  )
})

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '')
