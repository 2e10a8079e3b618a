/** 正文 and 地址: marks, letters that meet another editor's, addresses. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAddress } from '../../../sanity/schema/address.ts'
import { generateAddress } from '../../../sanity/studio/inputs/address/generate.ts'
import { letterCount, mark, type Mark } from '../../../sanity/studio/inputs/markdown/marks.ts'
import { rebase } from '../../../sanity/studio/inputs/markdown/rebase.ts'
import { renderMarkdown } from '../../../src/text/markdown.ts'

/** `渠[水]来` with the selection in square brackets, in and out. */
function marked(text: string, kind: Mark): string {
  const start = text.indexOf('⟦')
  const end = text.indexOf('⟧') - 1
  const done = mark({ text: text.replaceAll(/[⟦⟧]/gu, ''), start, end }, kind)
  return `${done.text.slice(0, done.start)}⟦${done.text.slice(done.start, done.end)}⟧${done.text.slice(done.end)}`
}

describe('the marks of 正文', () => {
  it('are set and taken away again', () => {
    expect(marked('⟦稳⟧字当头', 'bold')).toBe('**⟦稳⟧**字当头')
    expect(marked('**⟦稳⟧**字当头', 'bold')).toBe('⟦稳⟧字当头')
    expect(marked('甲\n\n⟦乙\n丙⟧', 'list')).toBe('甲\n\n⟦- 乙\n- 丙⟧')
    expect(marked('⟦- 乙\n- 丙⟧', 'list')).toBe('⟦乙\n丙⟧')
    expect(marked('⟦⟧', 'quote')).toBe('⟦> ⟧')
  })

  it('leave the address to be pasted, or the words to be typed', () => {
    expect(marked('见⟦此处⟧。', 'link')).toBe('见[此处](⟦https://⟧)。')
    expect(marked('⟦https://a.example/1⟧', 'link')).toBe('[⟦链接文字⟧](https://a.example/1)')
  })

  it('keep paragraphs beside a list out of it', () => {
    expect(renderMarkdown(marked('甲。\n⟦乙⟧\n丙。', 'list').replaceAll(/[⟦⟧]/gu, ''))).toBe(
      '<p>甲。</p>\n<ul>\n<li>乙</li>\n</ul>\n<p>丙。</p>\n',
    )
  })

  it('print what they say', () => {
    expect(renderMarkdown(mark({ text: '“稳”字当头', start: 0, end: 3 }, 'bold').text)).toContain(
      '<strong>“稳”</strong>',
    )
    expect(renderMarkdown(mark({ text: '引文', start: 0, end: 2 }, 'quote').text)).toContain('<blockquote>')
  })

  it('count letters as a newspaper does', () => {
    expect(letterCount('渠水 来了。\n\n第二段')).toBe(8)
  })
})

describe('letters composed while another editor typed', () => {
  it('are put where they were meant', () => {
    expect(rebase('渠水来了', '渠水终于来了', '清晨，渠水来了')).toBe('清晨，渠水终于来了')
    expect(rebase('渠水来了', '渠水来了。好', '渠水真的来了')).toBe('渠水真的来了。好')
    expect(rebase('甲', '甲乙', '甲')).toBe('甲乙')
    expect(rebase('甲', '甲', '丙')).toBe('丙')
  })

  it('lose nothing of either when both insert', () => {
    const texts = fc.record({ base: fc.string({ maxLength: 12 }), at: fc.nat(12), to: fc.nat(12) })
    fc.assert(
      fc.property(texts, ({ base, at, to }) => {
        const insert = (place: number, text: string): string => base.slice(0, place) + text + base.slice(place)
        const both = rebase(base, insert(at, '我们的'), insert(to, '他们的'))
        expect(both).toContain('我们的')
        expect(both).toContain('他们的')
        expect(both.length).toBe(base.length + 6)
      }),
    )
  })
})

describe('an address', () => {
  it('is made of day in Shanghai, channel and number', () => {
    const given = { publishedAt: '2024-06-01T23:30:00Z', channel: 'xiangcun', id: 'drafts.3f0c1a2b-9d' }
    expect(generateAddress(given)).toBe('/2024/0602/xiangcun-3f0c1a2b.html')
    expect(generateAddress({ ...given, channel: undefined })).toBe('/2024/0602/3f0c1a2b.html')
    expect(generateAddress({ ...given, publishedAt: undefined })).toBe(undefined)
    expect(generateAddress({ ...given, publishedAt: '昨天' })).toBe(undefined)
  })

  it('is always safe', () => {
    const given = fc.record({
      publishedAt: fc
        .date({ noInvalidDate: true, min: new Date('1980-01-01'), max: new Date('2100-01-01') })
        .map((date) => date.toISOString()),
      channel: fc.option(fc.string(), { nil: undefined }),
      id: fc.string(),
    })
    fc.assert(
      fc.property(given, (one) => {
        const address = generateAddress(one)
        expect(address === undefined || isAddress(address)).toBe(true)
      }),
    )
  })
})
