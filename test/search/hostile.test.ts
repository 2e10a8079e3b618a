/** Whatever is typed, the query comes to an end soon, throws nothing, and finds what stands there. */
import { describe, expect, test } from 'vitest'
import { archiveDocuments } from '../../bench/archive.ts'
import type { SearchEntry } from '../../src/search/entry.ts'
import { markedText } from '../../src/search/marks.ts'
import { parseQuery } from '../../src/search/query.ts'
import { PAYLOADS, XSS } from '../hostile/payloads.ts'
import { entryOf, indexOf, LETTERS } from './index.ts'

/** Milliseconds of this process's own CPU that one query may take: the machine may be busy with others. */
const MOST = 100

const TYPED = [
  ...PAYLOADS,
  '.*',
  '^$',
  '(a+)+$',
  '[',
  '\\',
  '${x}',
  '%',
  '%E4%B8',
  '\ud800',
  '\udc00渠',
  '渠\ud83d',
  '\u0000',
  '\u202e渠水',
  '￿',
  '#d202406',
  '~shan',
  '#cxiangcun',
  '__proto__',
  'constructor',
  '2024年99月99日',
  '0000-00-00',
  '//',
  'http://',
  'https://[',
  '/../../etc/passwd',
  ...[1, 2, 10_000].flatMap((times) =>
    ['渠', '渠水', 'a', ' ', '渠 ', '·', '(', '🀄', '\u0301', 'ü', '一', '2024年'].map((text) => text.repeat(times)),
  ),
]

const generated = [...archiveDocuments(300)].flatMap((document, index): SearchEntry[] =>
  document._type === 'article'
    ? [entryOf({ title: document.title, lead: document.lead, address: document.address }, index)]
    : [],
)
const hostile = PAYLOADS.map((payload, index) =>
  entryOf(
    {
      title: payload,
      lead: `渠水${payload}`,
      kicker: payload,
      credits: [payload],
      address: `/x/${index}.html`,
      shown: '2023-01-01T00:00:00+08:00',
    },
    index + 1000,
  ),
)
const index = indexOf([...generated, ...hostile])

describe('a hostile query', () => {
  test('throws nothing and takes little', async () => {
    const slow: string[] = []
    await index.find('渠水')
    for (const typed of TYPED) {
      const begun = process.cpuUsage()
      const { hits } = await index.find(typed)
      const took = process.cpuUsage(begun).user / 1000
      if (took > MOST) slow.push(`${Math.round(took)} ms for ${JSON.stringify(typed.slice(0, 40))}`)
      expect(hits.length).toBeLessThanOrEqual(10)
    }
    expect(slow).toEqual([])
  })

  test('as a filter throws nothing and lets nothing through that does not pass it', async () => {
    for (const typed of TYPED.filter((text) => text.length < 300)) {
      const { hits } = await index.find('渠水', {
        channel: typed,
        person: typed,
        year: typed,
        source: typed,
        role: typed,
      })
      expect(hits).toEqual([])
    }
  })

  test('that stands in an article finds it', async () => {
    const missed: string[] = []
    for (const payload of XSS) {
      const { phrase } = parseQuery(payload.slice(0, 60), LETTERS)
      if (phrase.length < 2) continue
      const { hits } = await index.find(payload.slice(0, 60), {}, 700)
      if (!hits.some(({ row }) => row.title === payload)) missed.push(payload)
    }
    expect(missed).toEqual([])
  })
})

describe('marks in a hostile text', () => {
  test('lose no letter and cut no letter in two', () => {
    for (const text of PAYLOADS)
      for (const needle of ['script', 'alert', '1', '渠']) {
        const pieces = markedText(text, [needle], LETTERS, 10_000)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'))
      }
    const cut = markedText(`${'🀄'.repeat(90)}渠水${'🀄'.repeat(90)}`, ['渠水'], LETTERS, 61)
    expect(
      cut
        .map(({ text }) => text)
        .join('')
        .isWellFormed(),
    ).toBe(true)
    expect(cut.filter(({ marked }) => marked)).toEqual([{ text: '渠水', marked: true }])
  })
})
