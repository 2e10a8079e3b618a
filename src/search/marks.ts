/**
 * A text with what was found in it marked, cut to what a result has room for.
 *
 *   markedText('把渠修到田头。', ['渠修'], letters, 60)  →  [{ text: '把' }, { text: '渠修', marked: true }, { text: '到田头。' }]
 *
 * Pieces joined are the text, but for what is cut off: an ellipsis stands for it.
 */
import { foldPlaces, type Letters } from './fold.ts'

export interface Piece {
  text: string
  marked?: boolean
}

/** Letters before the first mark that stay when a text is cut. */
const BEFORE = 16

export function markedText(text: string, needles: readonly string[], letters: Letters, most: number): Piece[] {
  const whole = text.normalize('NFC')
  const ranges = rangesIn(whole, needles, letters)
  const first = ranges[0]?.[0] ?? 0
  const from =
    whole.length <= most || first < most / 2 ? 0 : whole.length - first < most ? whole.length - most : first - BEFORE
  const start = atLetter(whole, Math.max(0, from))
  const end = atLetter(whole, Math.min(whole.length, start + most))
  const pieces: Piece[] = start > 0 ? [{ text: '…' }] : []
  let at = start
  for (const [begin, stop] of ranges) {
    if (begin >= end || stop <= at) continue
    if (begin > at) pieces.push({ text: whole.slice(at, begin) })
    pieces.push({ text: whole.slice(Math.max(begin, at), Math.min(stop, end)), marked: true })
    at = stop
  }
  if (at < end) pieces.push({ text: whole.slice(at, end) })
  return end < whole.length ? [...pieces, { text: '…' }] : pieces
}

export const holdsAny = (text: string, needles: readonly string[], letters: Letters): boolean =>
  rangesIn(text.normalize('NFC'), needles, letters).length > 0

/** Never between the halves of a letter beyond the BMP. */
const atLetter = (text: string, at: number): number => (/[\udc00-\udfff]/u.test(text.charAt(at)) ? at - 1 : at)

/** Where needles stand, in order, overlapping ones made one. */
function rangesIn(text: string, needles: readonly string[], letters: Letters): [number, number][] {
  const { text: folded, places, ends } = foldPlaces(text, letters)
  const found: [number, number][] = []
  for (const needle of needles) {
    if (needle === '') continue
    for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length))
      found.push([places[at] ?? 0, ends[at + needle.length - 1] ?? 0])
  }
  const ranges: [number, number][] = []
  for (const [begin, stop] of found.toSorted((a, b) => a[0] - b[0])) {
    const last = ranges.at(-1)
    if (last !== undefined && begin <= last[1]) last[1] = Math.max(last[1], stop)
    else ranges.push([begin, stop])
  }
  return ranges
}
