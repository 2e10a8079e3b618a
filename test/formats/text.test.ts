/** The law for plain text: what an imported page's text says is the original, character by character and in order. */
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '../../src/formats/markdown.ts'
import { plainParagraphs } from '../../src/formats/plain.ts'
import { articleText } from '../../src/formats/text.ts'
import { renderMarkdown } from '../../src/text/markdown.ts'
import { differenceOf } from '../law/compare.ts'
import { ORIGINALS } from '../law/originals.ts'
import { pressedPage } from '../law/press.ts'
import { below, visibleText } from '../site/dom.ts'
import { parse } from 'parse5'
import { everyRole, pageOf } from './paper.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The text as a page of the shape that the law compares: what stands below the heading of the links stands in an aside. */
function asPage(text: string): string {
  const [article = '', links = ''] = text.split('\n\n热点推荐\n\n')
  const entries = links.split('\n\n').map((line) => `<li>${escaped(line)}</li>`)
  return `<article>${escaped(article)}</article><aside><ul>${entries.join('')}</ul></aside>`
}

describe('the plain text of an imported page', () => {
  it.each(ORIGINALS)('is the text of $name again', ({ text }) => {
    const page = pressedPage(Buffer.from(text))
    expect(page === undefined ? 'refused' : differenceOf(text, asPage(articleText(page)))).toBe(undefined)
  })

  it.each(ORIGINALS)('of $name is compared so that a character lost is seen', ({ text }) => {
    const page = pressedPage(Buffer.from(text))
    const plain = page === undefined ? '' : articleText(page)
    const at = plain.indexOf('。')
    expect(differenceOf(text, asPage(plain.slice(0, at) + plain.slice(at + 1)))).not.toBe(undefined)
  })
})

describe('a body without its marks', () => {
  it.each([
    ['**“稳”**字当头 a & b', ['“稳”字当头 a & b']],
    ['1. 先量地势\n2. 再画渠线', ['1. 先量地势', '2. 再画渠线']],
    ['3. 甲\n4. 乙', ['3. 甲', '4. 乙']],
    ['- 甲\n- 乙', ['甲', '乙']],
    ['| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', ['甲\t乙', '1\t2']],
    ['> 引\n\n1\\. 不是列表 &lt;', ['引', '1. 不是列表 <']],
    ['', []],
  ])('of %j is %j', (markdown, paragraphs) => {
    expect(plainParagraphs(markdown)).toEqual(paragraphs)
  })
})

describe('the Markdown of an article', () => {
  const [, front = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/u.exec(articleMarkdown(pageOf(everyRole))) ?? []

  it('shows what the plain text says, a list of links and headings aside', () => {
    const root = parse(
      renderMarkdown(
        body
          .replaceAll(/^#+ /gmu, '')
          .replaceAll(/^!\[.*\n\n/gmu, '')
          .replaceAll(/^- /gmu, ''),
      ),
    )
    const shown = below(root)
      .filter(({ tagName }) => tagName === 'p')
      .map(visibleText)
      .join('\n')
    expect(shown.replaceAll(/\s+/gu, '')).toBe(articleText(pageOf(everyRole)).replaceAll(/\s+/gu, ''))
  })

  it('says in front who did what, in words that a YAML reader reads as they stand', () => {
    expect(front).toContain('title: "把渠修到“田头” <&> 第一步"')
    expect(front).toContain('  - role: editor\n    label: "责编"\n    name: "韩岭"\n    note: "实习"')
  })
})
