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

/** The page's lines from an index on in, the element of its text out. */
export function bodyElement(sheet: Sheet, from = 0): Element | undefined {
  const scores = new Map<Element, number>()
  const add = (element: Element | undefined, score: number): void => {
    if (element !== undefined) scores.set(element, (scores.get(element) ?? 0) + score)
  }
  for (const line of sheet.lines.slice(from)) {
    const prose = proseOf(line)
    if (prose === 0) continue
    const parent = parentOf(line.block)
    const outer = parent === undefined ? undefined : parentOf(parent)
    add(line.block, prose)
    add(parent, prose)
    add(outer, prose * 0.6)
  }
  let best: { element: Element; score: number } | undefined
  for (const [element, own] of scores) {
    const score = isElsewhere(element) ? own * 0.2 : own
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
