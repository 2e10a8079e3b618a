/**
 * What one version of a text changed of another, as a reader of Chinese sees it: by words, within paragraphs.
 *
 *   difference(['渠水来了，三百亩地。', '人在。'], ['渠水来了，四百亩地。', '人在。'])
 *     →  [[{ kind: 'same', text: '渠水来了，' }, { kind: 'gone', text: '三百' }, { kind: 'new', text: '四百' }, { kind: 'same', text: '亩地。' }], 1]
 *
 * A number stands for that many paragraphs in which nothing changed. The old text is what is the same and what is gone, the new one what is
 * the same and what is new, to the letter.
 */
import { diffArrays } from 'diff'

export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

type Passage = readonly Piece[] | number

/** Steps of the search for the shortest change: beyond them the two texts have so little in common that each is shown whole. */
const MOST_EDITS = 1500

export function difference(before: readonly string[], after: readonly string[]): Passage[] {
  const passages: Passage[] = []
  let gone: readonly string[] = []
  const settle = (fresh: readonly string[]): void => {
    if (gone.length + fresh.length > 0) passages.push(...paragraphsOf(wordsChanged(gone, fresh)))
    gone = []
  }
  for (const { added, removed, value } of diffArrays([...before], [...after])) {
    if (removed) gone = value
    else if (added) settle(value)
    else {
      settle([])
      passages.push(value.length)
    }
  }
  settle([])
  return passages
}

const BREAK = '\n'
const WORDS = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

const wordsOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((paragraph) => [...Array.from(WORDS.segment(paragraph), ({ segment }) => segment), BREAK])

function wordsChanged(before: readonly string[], after: readonly string[]): Piece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const found = diffArrays(old, fresh, { maxEditLength: MOST_EDITS })
  if (found === undefined) return whole(old.join(''), fresh.join(''))
  return settled(found.map(({ added, removed, value }) => ({ kind: kindOf(added, removed), text: value.join('') })))
}

const kindOf = (added: boolean, removed: boolean): Piece['kind'] => {
  if (added) return 'new'
  return removed ? 'gone' : 'same'
}

const whole = (gone: string, fresh: string): Piece[] =>
  [
    { kind: 'gone' as const, text: gone },
    { kind: 'new' as const, text: fresh },
  ].filter(({ text }) => text !== '')

/** A letter or two, or a comma, that happens to be the same between two changes only cuts one change into scraps: it is shown with them. */
const isScrap = ({ kind, text }: Piece): boolean =>
  kind === 'same' && !text.includes(BREAK) && text.replaceAll(/[\p{P}\p{Z}]/gu, '').length < 3

function settled(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let [gone, fresh] = ['', '']
  const flush = (): void => {
    out.push(...whole(gone, fresh))
    gone = ''
    fresh = ''
  }
  for (const [at, piece] of pieces.entries()) {
    const isBetween = at > 0 && at < pieces.length - 1
    if (piece.kind === 'same' && !(isBetween && isScrap(piece))) {
      flush()
      out.push(piece)
      continue
    }
    if (piece.kind !== 'new') gone += piece.text
    if (piece.kind !== 'gone') fresh += piece.text
  }
  flush()
  return out
}

/** Pieces of several paragraphs in, each paragraph's pieces out. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = []
  let open: Piece[] = []
  for (const { kind, text } of pieces) {
    const parts = text.split(BREAK)
    for (const [at, part] of parts.entries()) {
      if (part !== '') open.push({ kind, text: part })
      if (at === parts.length - 1 || open.length === 0) continue
      paragraphs.push(open)
      open = []
    }
  }
  return open.length === 0 ? paragraphs : [...paragraphs, open]
}
