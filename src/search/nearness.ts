/**
 * How near to each other the pieces of a query stand in an article.
 *
 *   nearness(row, ['渠水', '田头'], letters)  →  3      letters between the first and the last of them, in the text where they are nearest
 *
 * Pieces in different texts (one in the headline, one in the lead) are a thousand letters apart; each that is missing
 * counts nothing.
 */
import { textsOf, type Row } from './entry.ts'
import { foldText, type Letters } from './fold.ts'

const APART = 1000

export function nearness(row: Row, pieces: readonly string[], letters: Letters): number {
  return Math.min(APART, ...textsOf(row).map((text) => distanceIn(foldText(text, letters), pieces)))
}

/** From each place of the first piece that stands in the text, to the nearest place of each other one. */
function distanceIn(text: string, pieces: readonly string[]): number {
  const [first, ...others] = pieces.filter((piece) => text.includes(piece))
  if (first === undefined || others.length === 0) return APART

  let least = APART
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    const gaps = others.map((other) => gapTo(text, other, at, first.length))
    least = Math.min(least, Math.max(0, ...gaps))
  }
  return least
}

function gapTo(text: string, other: string, at: number, length: number): number {
  const after = text.indexOf(other, at + 1)
  const before = text.lastIndexOf(other, at - 1)
  return Math.min(
    after === -1 ? APART : Math.max(0, after - at - length),
    before === -1 || at === 0 ? APART : Math.max(0, at - before - other.length),
  )
}
