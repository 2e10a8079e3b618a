/** What a newsroom does not let pass: each rule seen to speak and to keep silent. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameFaults } from '../../../sanity/schema/personName.ts'
import { strangeLetters } from '../../../sanity/schema/letters.ts'
import { breachesOf, errorsOf, printPath, problemsOf, profileProblems } from '../../../sanity/schema/rules.ts'
import { shownBelow } from '../../../sanity/schema/shown.ts'
import { dayBounds, shanghaiDay, shanghaiMinute } from '../../../sanity/schema/time.ts'
import { breachLines } from '../../../src/content/breaches.ts'
import { isJson, readDocuments } from '../../sample/documents.ts'

const NOW = new Date('2024-06-03T00:00:00Z')
const ARTICLE = {
  _id: 'a',
  _type: 'article',
  title: '把渠修到田头',
  publishedAt: '2024-06-02T00:30:00.000Z',
  source: { _type: 'reference', _ref: 'source-a' },
  address: '/2024/0602/a1.html',
  attributions: [{ _key: 'k1', _type: 'attribution', role: 'editor', name: '韩岭' }],
}
const said = (changes: Record<string, unknown>): string[] =>
  problemsOf({ ...ARTICLE, ...changes }, NOW).map(
    ({ path, level, message }) => `${level} ${printPath(path)} ${message}`,
  )

describe('an article', () => {
  it('that has everything has no problem', () => {
    expect(said({})).toEqual([])
  })

  it.each([
    ['title', '请填写主标题。'],
    ['publishedAt', '请填写刊发时间。'],
    ['source', '请选择来源。'],
    ['address', '请填写地址。'],
  ])('without %s is not published', (field, message) => {
    expect(said({ [field]: undefined })).toEqual([`error ${field} ${message}`])
    expect(said({ [field]: '　' })).toEqual([`error ${field} ${message}`])
  })

  it.each([
    ['no credits', undefined],
    ['nobody', []],
    ['a desk editor alone', [{ role: 'deskEditor', name: '卢小燕' }]],
    ['a role without a name', [{ role: 'editor', name: ' ' }]],
  ])('with %s needs a 责编 or a reason', (_, attributions) => {
    expect(said({ attributions })).toEqual([expect.stringMatching(/^error attributions 没有署责编/u)])
    expect(said({ attributions, editorWaiver: '外稿，原页未署责编。' })).toEqual([])
    expect(said({ attributions, editorWaiver: ' ' })).toHaveLength(1)
    expect(said({ attributions, withdrawn: { date: '2024-06-03T00:00:00Z' } })).toEqual([])
  })

  it('has an address that can be served, in small letters, of the day above its text', () => {
    expect(said({ address: '/people/x.html' })).toEqual([expect.stringMatching(/^error address 地址形如/u)])
    expect(said({ address: '/2024/0602/A1.html' })).toEqual([expect.stringMatching(/^warning address .*大写/u)])
    expect(said({ address: '/2024/0601/a1.html' })).toEqual([expect.stringMatching(/2024-06-01.*2024-06-02/u)])
    expect(said({ formerAddresses: ['/2024/0602/a1.html', '../x'] })).toEqual([
      expect.stringMatching(/^warning address .*曾用地址/u),
      expect.stringMatching(/^error formerAddresses\[1\]/u),
    ])
  })

  it('warns of a day that has not come and refuses what is no time', () => {
    expect(said({ publishedAt: '2024-06-03T16:30:00Z', address: '/a.html' })).toEqual([
      'warning publishedAt 刊发时间 2024-06-04 00:30（北京时间）还没有到。',
    ])
    expect(said({ publishedAt: '昨天' })).toEqual(['error publishedAt “昨天”不是一个时间。'])
  })

  it('names the field below which a letter is damaged, at any depth', () => {
    const sections = [{ _key: 's1', heading: '渠水', body: '渠水到\u{E000}了' }]
    expect(said({ sections })).toEqual([
      expect.stringMatching(/^warning sections\[s1\]\.body .*“渠水到”之后的 U\+E000/u),
    ])
    expect(said({ provenance: { problems: ['\uFFFD'] } })).toEqual([])
  })

  it('warns of a credited name at its own place', () => {
    const attributions = [...ARTICLE.attributions, { _key: 'k2', role: 'reporter', name: '古兰・阿依登' }]
    expect(said({ attributions })).toEqual([
      'warning attributions[k2].name “古兰・阿依登”的间隔号是 U+30FB，应为“·”（U+00B7）。',
    ])
  })
})

describe('names', () => {
  it.each(['古兰·阿依登', '韩岭', 'John Smith', '欧阳克勤', 'J. K. Rowling'])('%s is right', (name) => {
    expect(nameFaults(name)).toEqual([])
  })

  it.each([
    '古兰•阿依登',
    '古兰・阿依登',
    '古兰‧阿依登',
    '古兰?阿依登',
    '古兰.阿依登',
    '古兰 · 阿依登',
    '方 敏',
    ' 韩岭',
    '韩岭\u3000',
    'John  Smith',
  ])('%s is looked at', (name) => {
    expect(nameFaults(name)).not.toEqual([])
    expect(profileProblems({ name })[0]?.path).toEqual(['name'])
  })
})

describe('letters', () => {
  it.each(['把渠修到田头。\n\n　　第二段', 'گۈلان', 'བོད་ཡིག', '𠮷野家', '👨‍👩‍👧', 'Ä'])('%j is read as it is', (text) => {
    expect(strangeLetters(text)).toEqual([])
  })

  it('counts what it does not list', () => {
    expect(strangeLetters(`a${'\uFFFD'.repeat(5)}`)).toEqual([
      '“a”之后的 U+FFFD（乱码）',
      '“a”之后的 U+FFFD（乱码）',
      '“a”之后的 U+FFFD（乱码）',
      '另有 2 处',
    ])
    expect(strangeLetters('\u200b\u0007')).toHaveLength(2)
  })
})

describe('Beijing’s clock', () => {
  it('turns the day at 16:00 UTC', () => {
    expect(shanghaiDay('2024-06-01T15:59:59Z')).toBe('2024-06-01')
    expect(shanghaiMinute('2024-06-01T16:00:00Z')).toBe('2024-06-02 00:00')
    expect(shanghaiMinute('no time')).toBeUndefined()
  })

  it('bounds days, months and years, and keeps the summers of 1986 to 1991', () => {
    expect(dayBounds('2024-12-31')).toEqual({ from: '2024-12-30T16:00:00.000Z', to: '2024-12-31T16:00:00.000Z' })
    expect(dayBounds('2024-12')).toEqual({ from: '2024-11-30T16:00:00.000Z', to: '2024-12-31T16:00:00.000Z' })
    expect(dayBounds('2024')).toEqual({ from: '2023-12-31T16:00:00.000Z', to: '2024-12-31T16:00:00.000Z' })
    expect(dayBounds('1990-07-01').from).toBe('1990-06-30T15:00:00.000Z')
  })
})

describe('the sample', () => {
  it('shows the Studio no error but for the article that has no 责编 and is withdrawn', () => {
    const articles = readDocuments(new URL('../../../sanity/sample.ndjson', import.meta.url)).filter(
      ({ _type }) => _type === 'article',
    )
    const wrong = articles.flatMap((article) => errorsOf(problemsOf(article, new Date('2026-11-23T00:00:00Z'))))
    expect(articles.filter(({ withdrawn }) => isJson(withdrawn))).toHaveLength(1)
    expect(wrong).toEqual([])
  })
})

describe('what the Studio shows', () => {
  it('is one message at each field, none for the fields that check themselves', () => {
    const problems = problemsOf({}, NOW)
    expect(shownBelow(problems, 'error', ['title', 'publishedAt', 'address'])).toEqual([
      { path: ['source'], message: '请选择来源。' },
      { path: ['attributions'], message: expect.stringContaining('没有署责编') },
    ])
    expect(shownBelow([], 'error')).toBe(true)
  })
})

describe('what a build asks', () => {
  const RULES = fc.record(
    {
      title: fc.constantFrom('雪', '　', 7),
      publishedAt: fc.constantFrom('2024-06-02T00:30:00.000Z', '2999-01-01T00:00:00Z', '不知', ''),
      source: fc.constantFrom({ _ref: 'source-a' }, {}, 'source-a'),
      address: fc.constantFrom('/2024/0602/a1.html', '/A.html', '/../a.html', ''),
      formerAddresses: fc.constantFrom(['/a.html'], ['/../a.html', 3], 'x'),
      attributions: fc.constantFrom([{ role: 'editor', name: '韩岭' }], [{ role: 'reporter', name: '韩岭' }], null),
      editorWaiver: fc.constantFrom('原版未署', ' '),
      withdrawn: fc.constant({ reason: '误' }),
    },
    { requiredKeys: [] },
  )

  it('are the errors that the Studio shows, all of them and no other', () => {
    fc.assert(
      fc.property(RULES, (article) => {
        expect(breachesOf(article)).toEqual(errorsOf(problemsOf(article, NOW)))
      }),
    )
  })

  it('is told by title and document, a few and the number of the others', () => {
    const bad = Array.from({ length: 13 }, (_, at) => ({ ...ARTICLE, _id: `a${at}`, attributions: [] }))
    const lines = breachLines([ARTICLE, ...bad])
    expect(lines).toHaveLength(11)
    expect(lines[0]).toBe(
      '  请核对　《把渠修到田头》（a0）　没有署责编。请在“署名”中写明责编；确实没有责编的，在“无责编说明”中写明原因。',
    )
    expect(lines.at(-1)).toBe('  请核对　另有 3 篇稿件不合发布规则。')
    expect(breachLines([ARTICLE])).toEqual([])
  })
})
