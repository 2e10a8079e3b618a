/**
 * Finds elements of a sheet by the little of CSS that templates need: tag, id, classes, and one standing in another.
 *
 *   select(sheet, '#rwb_zw')         →  [<div id="rwb_zw">]
 *   select(sheet, '.text_title h1')  →  every h1 in an element of class text_title
 *   select(sheet, 'h3.pre, p.pre')   →  either
 */
import type { Line, Sheet } from './sheet.ts'
import { attributeOf, parentOf, type Element } from './tree.ts'

interface Step {
  tag: string | undefined
  id: string | undefined
  classes: string[]
}

const parsed = new Map<string, Step[][]>()

/** A selector in, the shown elements that it names out, in the order of the page. */
export function select(sheet: Sheet, selector: string): Element[] {
  const ways = parsed.get(selector) ?? parseSelector(selector)
  parsed.set(selector, ways)
  return [...sheet.elements.keys()].filter((element) => ways.some((steps) => matches(element, steps)))
}

/** The lines of an element, from its first to its last. */
export function linesOf(sheet: Sheet, element: Element): Line[] {
  const range = sheet.elements.get(element)
  return range === undefined ? [] : sheet.lines.slice(range.from, range.to + 1)
}

/** Throws on what it does not know: templates are ours. */
function parseSelector(selector: string): Step[][] {
  return selector.split(',').map((way) => way.trim().split(/\s+/u).map(parseStep))
}

function parseStep(text: string): Step {
  const found = /^(?<tag>[a-z][a-z0-9]*)?(?<rest>(?:[#.][\w-]+)*)$/u.exec(text)?.groups
  if (text === '' || found === undefined)
    throw new Error(`expected a tag, #id or .class in a template’s selector, found “${text}”; write it in these alone`)
  const names = found['rest']?.match(/[#.][\w-]+/gu) ?? []
  return {
    tag: found['tag'],
    id: names.find((name) => name.startsWith('#'))?.slice(1),
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  }
}

function matches(element: Element, steps: readonly Step[]): boolean {
  const last = steps.length - 1
  const own = steps[last]
  if (own === undefined || !isStep(element, own)) return false
  let left = last - 1
  for (let at = parentOf(element); left >= 0 && at !== undefined; at = parentOf(at)) {
    const step = steps[left]
    if (step !== undefined && isStep(at, step)) left -= 1
  }
  return left < 0
}

function isStep(element: Element, { tag, id, classes }: Step): boolean {
  if (tag !== undefined && element.tagName !== tag) return false
  if (id !== undefined && attributeOf(element, 'id') !== id) return false
  if (classes.length === 0) return true
  const own = attributeOf(element, 'class')?.split(/\s+/u) ?? []
  return classes.every((name) => own.includes(name))
}
