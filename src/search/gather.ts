/**
 * The windows of a segment's texts, gathered: each place of a text with the three units that follow, and the articles that hold it.
 *
 *   const windows = gather()
 *   windows.add('把渠修到', 0)
 *   windows.add('渠修到田', 7)
 *   windows.homes()  →  ['把渠', [['把渠修到', [0]]]], ['渠修', [['渠修到', [0]], ['渠修到田', [7]]]], ['修到', [['修到', [0]], …]], …
 *
 * By home (./terms.ts), each once, its articles from the oldest on. A window's first two units choose a row, in which the two
 * that follow and the article are one number: an archive has hundreds of windows an article, and looking each up as a text took a
 * third of what the index costs.
 */
import type { Posting } from './shard.ts'
import { WINDOW } from './terms.ts'

/** Articles that a segment may hold: a number keeps 53 bits, and two units take 32 of them. */
const MOST = 2 ** 21

interface Gathered {
  /** A folded text and the number of its article, never below that of the one before. The last unit alone begins no window. */
  add(text: string, article: number): void
  homes(): Generator<[home: string, postings: Posting[]]>
}

export function gather(): Gathered {
  const rows = new Map<number, number[]>()
  return {
    add(text, article) {
      if (article >= MOST)
        throw new RangeError(`expected at most ${MOST} articles in a segment, found number ${article}`)
      let [first, second, third] = [unitOf(text, 0), unitOf(text, 1), unitOf(text, 2)]
      for (let at = 0; at < text.length - 1; at += 1) {
        const fourth = unitOf(text, at + WINDOW - 1)
        const one = (third * 0x10000 + fourth) * MOST + article
        const row = rows.get((first << 16) | second)
        if (row === undefined) rows.set((first << 16) | second, [one])
        else row.push(one)
        first = second
        second = third
        third = fourth
      }
    },
    *homes() {
      for (const [units, row] of rows) {
        const home = String.fromCharCode(units >>> 16, units & 0xffff)
        yield [home, postingsOf(home, row)]
      }
    },
  }
}

/** Zero behind the end: no folded text holds it, for it is neither letter nor digit. */
const unitOf = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

function postingsOf(home: string, row: readonly number[]): Posting[] {
  const postings: Posting[] = []
  let before = -1
  let articles: number[] = []
  for (const one of row.length === 1 ? row : Float64Array.from(row).toSorted()) {
    const end = Math.floor(one / MOST)
    const article = one - end * MOST
    if (end === before) {
      if (articles.at(-1) !== article) articles.push(article)
      continue
    }
    before = end
    articles = [article]
    postings.push([home + textOf(end), articles])
  }
  return postings
}

/** The units after the first two, as many as there are. */
function textOf(end: number): string {
  const [third, fourth] = [Math.floor(end / 0x10000), end % 0x10000]
  if (fourth !== 0) return String.fromCharCode(third, fourth)
  return third === 0 ? '' : String.fromCharCode(third)
}
