/**
 * Where on the page the text stands: the element that most of the prose is in.
 *
 *   proseOf(line)      →  its letters outside links when it is running text, else 0
 *   bodyElement(sheet) →  <div class="article">
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import { attributeOf, parentOf, type Element } from '../../html/tree.ts'

/** Names of places where readers and advertisers speak, or other articles are listed. */
const ELSEWHERE =
  /comment|pinglun|reply|cmt|tie-|footer|copyright|foot\b|related|relate|recommend|tuijian|sidebar|side-|toolbar|share|login|hotnews|rank|statement|disclaimer|editor-body/iu
const MARKS = /[，。！？；：“”、,;!?]/u
/** Shorter lines say little about where the text is. */
const SHORTEST = 12

export function proseOf({ text, letters, linked }: Line): number {
  return letters < SHORTEST || linked * 5 > letters * 2 || !MARKS.test(text) ? 0 : Math.min(letters - linked, 600)
}

/** So many lines below the headline prose counts for half: the text stands near it, and what is recommended far below. */
const HALF = 60

interface Scored {
  prose: number
  /** Its first line of prose. */
  first: number
}

/** The page's lines from an index on in, the element of its text out. */
export function bodyElement(sheet: Sheet, from = 0): Element | undefined {
  const scores = new Map<Element, Scored>()
  const add = (element: Element | undefined, prose: number, at: number): void => {
    if (element === undefined) return
    const known = scores.get(element)
    if (known === undefined) scores.set(element, { prose, first: at })
    else known.prose += prose
  }
  for (const line of sheet.lines.slice(from)) {
    const prose = proseOf(line)
    if (prose === 0) continue
    const parent = parentOf(line.block)
    const outer = parent === undefined ? undefined : parentOf(parent)
    add(line.block, prose, line.index)
    add(parent, prose, line.index)
    add(outer, prose * 0.6, line.index)
  }
  let best: { element: Element; score: number } | undefined
  for (const [element, { prose, first }] of scores) {
    const near = prose / (1 + (first - from) / HALF)
    const score = isElsewhere(element) ? near * 0.2 : near
    if (best === undefined || score > best.score || (score === best.score && isBelow(element, best.element)))
      best = { element, score }
  }
  return best?.element
}

function isBelow(element: Element, outer: Element): boolean {
  for (let at = parentOf(element); at !== undefined; at = parentOf(at)) if (at === outer) return true
  return false
}

/** Whether an element or one around it is named as a place of others' words; nine steps are far enough up. */
export function isElsewhere(element: Element): boolean {
  let at: Element | undefined = element
  for (let steps = 0; at !== undefined && at.tagName !== 'body' && steps < 9; steps += 1, at = parentOf(at))
    if (ELSEWHERE.test(`${attributeOf(at, 'class') ?? ''} ${attributeOf(at, 'id') ?? ''}`)) return true
  return false
}
