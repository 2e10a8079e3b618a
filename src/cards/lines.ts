/**
 * A headline into lines that are about as long as each other and begin and end where Chinese lines may.
 *
 *   linesOf(letters, { width: 11, most: 3 })  →  [[…], […]]; undefined when it does not fit
 *
 * Words stay whole where they can (`Intl.Segmenter`); no line begins with a closing mark or ends with an opening one (CLREQ 3.1.3).
 */
import type { Letter } from './letters.ts'

const WORDS = new Intl.Segmenter('zh-Hans', { granularity: 'word' })
const CLOSING = /^[\p{Pe}\p{Pf}，。、；：？！…—·～%]/u
const PAUSE = /[\s\u3000，。、；：？！…—”》]/u
const OPENING = /[\p{Ps}\p{Pi}]$/u

/** `width` in em. */
export function linesOf(
  letters: readonly Letter[],
  { width, most }: { width: number; most: number },
): Letter[][] | undefined {
  const units = unitsOf(letters)
  const count = filled(units, width).length
  if (count > most || units.some((unit) => lengthOf(unit) > width)) return undefined
  return parted(units, count, { width, ideal: lengthOf(letters) / count })?.lines.map(trimmed)
}

/** What a line costs that ends where nobody pauses; one that is half as long again as it should be costs as much. */
const NO_PAUSE = 0.25

interface Parted {
  lines: Letter[][]
  cost: number
}

/** The best way into so many lines: each about as long as the others, each ending at a pause. */
function parted(
  units: readonly Letter[][],
  count: number,
  measure: { width: number; ideal: number },
): Parted | undefined {
  if (count <= 1) return withLine(units.flat(), { lines: [], cost: 0 }, measure)
  let best: Parted | undefined
  for (let end = 1; end <= units.length - count + 1; end += 1) {
    const line = units.slice(0, end).flat()
    if (lengthOf(line) > measure.width) break
    const rest = parted(units.slice(end), count - 1, measure)
    const whole = rest === undefined ? undefined : withLine(line, rest, measure)
    if (whole !== undefined && (best === undefined || whole.cost < best.cost)) best = whole
  }
  return best
}

function withLine(
  line: Letter[],
  { lines, cost }: Parted,
  { width, ideal }: { width: number; ideal: number },
): Parted | undefined {
  const length = lengthOf(line)
  if (length > width) return undefined
  const pause = lines.length === 0 || PAUSE.test(line.at(-1)?.letter ?? '') ? 0 : NO_PAUSE
  return { lines: [line, ...lines], cost: cost + ((length - ideal) / ideal) ** 2 + pause }
}

export const lengthOf = (letters: readonly Letter[]): number => letters.reduce((sum, { advance }) => sum + advance, 0)

/** What may not be torn apart: words with the marks that cling to them. */
function unitsOf(letters: readonly Letter[]): Letter[][] {
  const units: Letter[][] = []
  let at = 0
  let text = ''
  for (const { segment } of WORDS.segment(letters.map(({ letter }) => letter).join(''))) {
    const { length } = Array.from(segment)
    const word = letters.slice(at, at + length)
    at += length
    if (units.length > 0 && (CLOSING.test(segment) || OPENING.test(text))) units.at(-1)?.push(...word)
    else units.push(word)
    text = segment
  }
  return units
}

function filled(units: readonly Letter[][], width: number): Letter[][] {
  const lines: Letter[][] = []
  for (const unit of units) {
    const line = lines.at(-1)
    if (line !== undefined && lengthOf(line) + lengthOf(unit) <= width) line.push(...unit)
    else lines.push([...unit])
  }
  return lines
}

function trimmed(line: readonly Letter[]): Letter[] {
  const from = line.findIndex(({ letter }) => letter.trim() !== '')
  const to = line.findLastIndex(({ letter }) => letter.trim() !== '')
  return line.slice(Math.max(from, 0), to + 1)
}
