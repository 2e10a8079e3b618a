/** Bodies: the marks that are allowed, what stays text, and plain paragraphs that stay plain. */
import * as fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { plainToMarkdown, renderMarkdown, renderWithParser } from '../../src/text/markdown.ts'
import { fixtureCases } from './fixtures.ts'

const CASES = fixtureCases('markdown.txt')

const textOf = (node: Tree.Node): string => {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '')
/** The paragraphs a reader sees; anything beside them is an element too many. */
const paragraphsOf = (html: string): string[] =>
  parseFragment(html)
    .childNodes.filter((node) => squeeze(textOf(node)) !== '')
    .map((node) => `${node.nodeName} ${squeeze(textOf(node))}`)
const elementsOf = (node: Tree.Node): string[] =>
  'childNodes' in node ? node.childNodes.flatMap((child) => [child.nodeName, ...elementsOf(child)]) : []

describe('a body', () => {
  test.each(CASES)('$name', ({ input, output }) => {
    expect(renderMarkdown(input)).toBe(`${output}\n`)
  })

  test('shows a control character in an address as text', () => {
    for (const control of ['\u0000', '\u0001', '\u001f', '\t', '\u007f', '\u0085', '\u00a0', '\u2028', '\u200b'])
      for (const address of [
        `java${control}script:alert(1)`,
        `${control}javascript:alert(1)`,
        `ht${control}tps://x.example/`,
      ])
        expect(renderMarkdown(`[水](${address})`)).not.toContain('<a')
  })

  test('reads no letter but line breaks where CommonMark would leave asterisks beside Chinese quotes', () => {
    const spans = CASES.filter(({ name }) => name.includes('Bold '))
    expect(spans.length).toBeGreaterThanOrEqual(11)
    for (const { output } of spans) expect(output).not.toContain('**')
  })
})

describe('plain paragraphs', () => {
  const marks = fc.constantFrom(...'*_~`[]()<>&|\\!#-+=:;.0123456789"\'$%^{}/?@ \t　渠水，。：“”（）年A\n\u00a0\u2028')
  const marked = fc.array(marks, { maxLength: 30 }).map((letters) => letters.join(''))
  const starts = fc.constantFrom(
    ...'- |+ |* |1. |12) |> |# |## |    |\t|---|===|--\\|--|:-:|[a]: /b|***|```|~~~|<p>|<!--|&amp;|&#65;|![a](b)|  \n|　　'.split(
      '|',
    ),
  )
  const paragraph = fc
    .oneof(
      marked,
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.tuple(starts, marked).map(([a, b]) => a + b),
    )
    .map((text) => text.replaceAll('\u0000', ''))
  const paragraphs = fc.array(paragraph, { maxLength: 6 })

  test('show exactly themselves, one <p> each', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const shown = texts.map(squeeze).filter((text) => text !== '')
        expect(paragraphsOf(renderMarkdown(plainToMarkdown(texts)))).toEqual(shown.map((text) => `p ${text}`))
      }),
      { numRuns: 5000 },
    )
  })

  test('hold no element but <p>', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const names = elementsOf(parseFragment(renderMarkdown(plainToMarkdown(texts))))
        expect(names.filter((name) => name !== 'p' && name !== '#text')).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('take a short way that gives what the parser gives, to the letter', () => {
    const source = fc.oneof(
      paragraphs.map(plainToMarkdown),
      paragraphs.map((texts) => texts.join('\n\n')),
    )
    fc.assert(
      fc.property(source, (markdown) => {
        expect(renderMarkdown(markdown)).toBe(renderWithParser(markdown))
      }),
      { numRuns: 5000 },
    )
    const odd = fc.constantFrom(
      '\u0000',
      '\u000b',
      '\ufeff',
      '\u00a0',
      '\u3000',
      '\u2028',
      '\u0085',
      '\r',
      '\n',
      ' ',
      '\t',
    )
    const letters = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 6 }))
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(renderMarkdown(`${a}渠水${b}\n\n${b}田`)).toBe(renderWithParser(`${a}渠水${b}\n\n${b}田`))
      }),
      { numRuns: 5000 },
    )
  })

  test('drop nothing but blank paragraphs', () => {
    expect(plainToMarkdown(['', ' 　', '渠水\r\n\r\n- 田里', '1. 年'])).toBe('渠水\n\\- 田里\n\n1\\. 年')
  })
})

describe('a hostile body is answered in time', () => {
  const MANY = 50_000
  test.each([
    ['open brackets', '['.repeat(MANY)],
    ['nested brackets', '['.repeat(MANY) + ']'.repeat(MANY)],
    ['links that never close', '[a]('.repeat(MANY)],
    ['links with brackets inside', '[a](<b'.repeat(MANY)],
    ['links inside links', `${'['.repeat(1000)}a${'](/b)'.repeat(1000)}`],
    ['titles that never close', '[a](/b "'.repeat(MANY)],
    ['backticks', '`'.repeat(MANY)],
    ['backticks of growing length', Array.from({ length: 300 }, (_, n) => `e${'`'.repeat(n)}`).join('')],
    ['emphasis that opens', '*a **a '.repeat(MANY)],
    ['emphasis that closes', 'a** a* '.repeat(MANY)],
    ['emphasis of every length', '*_* _*_ **_ __* '.repeat(MANY / 10)],
    ['asterisks', `a${'*'.repeat(MANY)}b`],
    ['asterisks between Chinese quotes', '**“'.repeat(MANY)],
    ['strikes', '~~a '.repeat(MANY)],
    ['quotations in quotations', `${'> '.repeat(MANY)}a`],
    ['lists in lists', Array.from({ length: 500 }, (_, n) => `${' '.repeat(n * 2)}- a`).join('\n')],
    ['table columns', `${'a|'.repeat(5000)}\n${'-|'.repeat(5000)}\n${'b\n'.repeat(2000)}`],
    ['entities', '&'.repeat(MANY)],
    ['entities that never end', '&#x1'.repeat(MANY)],
    ['backslashes', '\\'.repeat(MANY)],
    ['angle brackets', '<'.repeat(MANY)],
    ['line breaks', 'a\n'.repeat(MANY)],
    ['Chinese line breaks', '渠\n'.repeat(MANY)],
    ['empty lines', '\n'.repeat(MANY)],
    ['spaces', `a${' '.repeat(MANY)}b`],
    ['plain letters', '渠'.repeat(MANY * 10)],
  ])('%s', (_, markdown) => {
    const begun = process.cpuUsage()
    renderMarkdown(markdown)
    renderMarkdown(plainToMarkdown([markdown]))
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(10_000)
  })
})
