/** Hostile words are words: every page shows them, and every data block holds them, to the letter. */
import { parse } from 'parse5'
import { afterAll, describe, expect, it } from 'vitest'
import { attribute, below, innerText, linkedData, theOne, visibleText, type Node } from '../site/dom.ts'
import { thirdOf } from '../house/thorough.ts'
import { documentsWith, type Fill } from './documents.ts'
import { PAYLOADS } from './payloads.ts'
import { pagesOf } from './press.ts'

/** A word that stands nowhere else. */
const WORD = '渠水到渠成'

/** Bodies and credits have a grammar of their own and tests of their own; links are held to the web. */
const fillWith =
  (text: string): Fill =>
  (path) => {
    if (/\.(?:lead|body)$/u.test(path)) return '正文。'
    if (/\.(?:attributions|creditLines)\./u.test(path)) return '韩岭'
    return /\.(?:url|home|originalUrl)$|^site\.address$/u.test(path) ? 'https://a.example' : text
  }

/** White space, and the two signs that HTML itself does not keep: NUL, and a carriage return. */
const squeeze = (text: string): string => text.replaceAll(/[\s\u0000]+/gu, '')

/**
 * BibTeX writes signs by its own rules, and is held to them where it is written. The sheet, half of a page, has none of these words: ours
 * alone is on a page (`offences`, ./allowed.ts).
 */
const treeOf = (page: string): Node =>
  parse(page.replace(/<pre>.*?<\/pre>/su, '').replace(/<style>[^<]*<\/style>/u, ''))

const wordsIn = (tree: Node): string[] => [
  squeeze(visibleText(theOne(tree, 'body'))),
  squeeze(innerText(theOne(tree, 'title'))),
  ...below(tree)
    .filter(({ tagName }) => tagName === 'meta' || tagName === 'img')
    .map((one) => squeeze(`${attribute(one, 'content') ?? ''}${attribute(one, 'alt') ?? ''}`)),
]

const wordsOf = (page: string): string[] => wordsIn(treeOf(page))

const replaced = (data: unknown, payload: string): unknown =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(WORD, () => payload) : value,
  )

const plain = pagesOf(documentsWith(fillWith(WORD)))
const pressed = new Map(
  thirdOf(PAYLOADS.filter((payload) => payload.trim() !== '')).map((payload) => [
    payload,
    pagesOf(documentsWith(fillWith(payload))),
  ]),
)

/** Both tests of a page look at one tree of it. */
function lazily<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined
  return () => (made ??= { it: make() }).it
}

/** Pages that file people under the first letter of their names, which is another letter for each payload. */
const WITH_INITIALS = /^(?:everyone|people|search) /u

describe.each([...plain].filter(([kind]) => !WITH_INITIALS.test(kind)))('on the page %s', (kind, harmless) => {
  const trees = new Map(
    Array.from(pressed, ([payload, pages]) => [payload, lazily(() => treeOf(pages.get(kind) ?? ''))]),
  )
  afterAll(() => trees.clear())

  it('hostile words are shown to the letter', () => {
    const expected = wordsOf(harmless)
    expect(expected.join('')).toContain(WORD)
    const changed = [...trees].filter(([payload, tree]) => {
      const wanted = expected.map((text) => text.replaceAll(WORD, () => squeeze(payload)))
      return wordsIn(tree()).join('\n') !== wanted.join('\n')
    })
    expect(changed.map(([payload]) => payload)).toEqual([])
  })

  it('machines are told the same words', () => {
    const expected = linkedData(harmless)
    const changed = [...trees].filter(
      ([payload, tree]) => JSON.stringify(linkedData(tree())) !== JSON.stringify(replaced(expected, payload)),
    )
    expect(changed.map(([payload]) => payload)).toEqual([])
  })
})

describe.each(['everyone', 'people', 'search'])('on the pages of the kind %s', (kind) => {
  it('hostile names are shown to the letter', () => {
    const lost = [...pressed].filter(([payload, pages]) => {
      const own = [...pages].filter(([place]) => place.startsWith(`${kind} `)).flatMap(([, page]) => wordsOf(page))
      return !own.join('\n').includes(squeeze(payload))
    })
    expect(lost.map(([payload]) => payload)).toEqual([])
  })
})
