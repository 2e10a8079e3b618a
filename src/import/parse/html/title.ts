/**
 * The headline of a page: the visible line that its window title repeats, or the heading nearest to it in words.
 *
 *   titleLine(sheet)  →  the line '把渠修到田头' of <title>把渠修到田头--要闻--禾风网</title>
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import { sourceIn } from './head.ts'

const NAMED = /title|headline|biaoti|\bbt\b|tit(?:\b|_)|topic/iu
const LONGEST = 120
/** The way to the page, printed as a heading: `首页 - 新闻动态`. */
const PATH = /^(?:网站)?(?:首页|主页)\s*[-_|>»›]/u

/** A page in, the line that is its headline out; undefined when nothing on it is like a headline. */
export function titleLine(sheet: Sheet, dated: (line: Line) => boolean): Line | undefined {
  const wanted = squeeze(sheet.title)
  let best: { line: Line; score: number } | undefined
  for (const line of sheet.lines) {
    const score = scoreOf(line, wanted, sheet, dated)
    if (score > 0 && (best === undefined || score > best.score)) best = { line, score }
  }
  return best?.line
}

function scoreOf(line: Line, wanted: string, sheet: Sheet, dated: (line: Line) => boolean): number {
  const text = squeeze(line.text)
  if (text.length < 2 || text.length > LONGEST || PATH.test(line.text) || sourceIn(line.text)?.at === 0) return 0
  const said = sameness(text, wanted)
  const shape = (line.heading > 0 ? 4 - line.heading / 2 : 0) + (NAMED.test(nameOf(line)) ? 1 : 0)
  const below = sheet.lines.slice(line.index + 1, line.index + 13)
  // Right above the date a heading of any rank may be the one, whatever the window says.
  const heads = line.heading > 0 && below.slice(0, 1).some(dated)
  if (said < 0.4 && !heads && (line.heading === 0 || line.heading > 2)) return 0
  const near = heads ? 7 : below.some(dated) ? 3 : 0
  const linked = line.linked * 2 > line.letters ? 6 : 0
  return said * 10 + shape + near - linked
}

const nameOf = ({ block }: Line): string =>
  block.attrs.map(({ name, value }) => (name === 'class' || name === 'id' ? value : '')).join(' ')

/** How much of the window title's beginning a line is, and how much of the line stands there: 1 when it is all of it up to a mark. */
function sameness(text: string, wanted: string): number {
  if (wanted === '') return 0
  if (wanted.startsWith(text)) return text.length >= 6 || text.length * 2 > wanted.length ? 1 : 0.5
  if (text.length >= 6 && wanted.includes(text)) return 0.8
  return common(text, wanted) / Math.max(text.length, 8)
}

/** Letters of the longest run that two texts share; both are short. */
function common(a: string, b: string): number {
  let longest = 0
  let above: number[] = []
  for (let i = 0; i < a.length; i += 1) {
    const row: number[] = []
    for (let j = 0; j < b.length; j += 1) {
      row[j] = a[i] === b[j] ? (above[j - 1] ?? 0) + 1 : 0
      longest = Math.max(longest, row[j] ?? 0)
    }
    above = row
  }
  return longest
}

export const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '')
