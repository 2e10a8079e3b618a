/**
 * The parts of a page, found by its template where it has one and by the look of its lines where it has none.
 *
 *   partsOf(sheet, template)  →  { title: [line], body: <div id="rwb_zw">, lines: [line, …], above: [line, …] }
 */
import { linesOf, select } from '../../html/select.ts'
import type { Line, Sheet } from '../../html/sheet.ts'
import type { Element } from '../../html/tree.ts'
import type { Template } from '../../templates/template.ts'
import { dateIn, hasTime, sourceIn } from './head.ts'
import { bodyElement, isElsewhere, proseOf } from './region.ts'
import { titleLine } from './title.ts'

export interface Parts {
  title: Line[]
  body: Element
  /** Lines between headline and text: date, source, bylines. */
  front: Line[]
  /** The text's lines. */
  lines: Line[]
  /** Lines below the text, nearest first; where they end is for their reader to say. */
  below: Line[]
  /** The line that dates the page. */
  dated: Line | undefined
}

/** How far above and below the headline the date is looked for, and how far below the text a credit. */
const ABOVE = 6
const BELOW = 30
const FOOT = 60
/** A line with more letters than this beside its date is prose. */
const LONGEST_HEAD = 110
/** Less prose than this is a caption's. */
const LEAST_PROSE = 80
/** A date alone may stand so many lines below the text. */
const UNDER = 6

export function partsOf(sheet: Sheet, template: Template | undefined): Parts | undefined {
  const named = (part: keyof Template): Line[] => linesNamed(sheet, template, part)
  const headed = named('head')
  const title = nearestAbove(sheet, template, 'title', headed[0]?.index) ?? titleLine(sheet, isDated)
  if (title === undefined) return undefined
  const whole = title.heading > 0 ? sheet.lines.filter(({ block }) => block === title.block) : [title]
  const last = whole.at(-1)?.index ?? title.index
  const body = bodyOf(sheet, elementNamed(sheet, template, 'body'), last)
  if (body === undefined) return undefined
  const dated = headed.find(isDated) ?? datedLine(sheet, title, body)
  const within = (element: Element, index: number): boolean => isIn(sheet, element, index)
  const lead = Math.max(last, dated !== undefined && within(body, dated.index) ? dated.index : -1)
  const without = template?.without === undefined ? [] : select(sheet, template.without)
  const lines = linesOf(sheet, body).filter(
    ({ index }) => index > lead && !without.some((element) => within(element, index)),
  )
  // Source and time may stand below the date in lines of their own, within the text's element.
  const nearDate = dated === undefined ? -1 : dated.index + 3
  while (lines[0] !== undefined && lines[0].index <= nearDate && isHead(lines[0])) lines.shift()
  const first = lines[0]?.index ?? sheet.lines.length
  const end = lines.at(-1)?.index ?? last
  return {
    title: whole,
    body,
    front: sheet.lines.slice(last + 1, Math.min(first, last + 1 + BELOW)),
    lines,
    below: named('foot').length > 0 ? named('foot') : sheet.lines.slice(end + 1, end + 1 + FOOT),
    dated,
  }
}

/** A template's element for the text, unless broken markup has left next to nothing in it and the prose stands elsewhere. */
function bodyOf(sheet: Sheet, named: Element | undefined, title: number): Element | undefined {
  const prose = (element: Element): number => linesOf(sheet, element).reduce((sum, line) => sum + proseOf(line), 0)
  if (named !== undefined && prose(named) >= LEAST_PROSE) return named
  const found = bodyElement(sheet, title + 1)
  if (named === undefined || found === undefined) return found ?? named
  return prose(found) > prose(named) + LEAST_PROSE ? found : named
}

/** A source or a date, and nothing else. */
const isHead = ({ text, letters }: Line): boolean =>
  letters <= LONGEST_HEAD / 2 && (sourceIn(text)?.at === 0 || dateIn(text)?.printed === text)

const elementNamed = (sheet: Sheet, template: Template | undefined, part: keyof Template): Element | undefined => {
  const selector = template?.[part]
  return typeof selector === 'string'
    ? select(sheet, selector).find((element) => linesOf(sheet, element).length > 0)
    : undefined
}

function linesNamed(sheet: Sheet, template: Template | undefined, part: keyof Template): Line[] {
  const element = elementNamed(sheet, template, part)
  return element === undefined ? [] : linesOf(sheet, element)
}

/** Whether a line stands in an element. */
function isIn(sheet: Sheet, element: Element, index: number): boolean {
  const range = sheet.elements.get(element)
  return range !== undefined && range.from <= index && index <= range.to
}

/** Of several elements that a template's words fit, the first line of the last that stands above a line; else of the first. */
function nearestAbove(
  sheet: Sheet,
  template: Template | undefined,
  part: keyof Template,
  below: number | undefined,
): Line | undefined {
  const selector = template?.[part]
  if (typeof selector !== 'string') return undefined
  const firsts = select(sheet, selector).flatMap((element) => linesOf(sheet, element)[0] ?? [])
  return firsts.findLast(({ index }) => below !== undefined && index < below) ?? firsts[0]
}

/** A line that dates a page: a date and little else, in no list of other articles. */
export function isDated(line: Line): boolean {
  const found = line.letters > LONGEST_HEAD ? undefined : dateIn(line.text)
  return found !== undefined && !/[。！？]/u.test(line.text)
}

function datedLine(sheet: Sheet, title: Line, body: Element): Line | undefined {
  const after = sheet.lines.slice(title.index + 1, title.index + 1 + BELOW)
  const end = after.findIndex(
    ({ index, text }, at) =>
      at > 0 &&
      isIn(sheet, body, index) &&
      proseOf(sheet.lines[title.index + 1 + at] ?? title) > 60 &&
      dateIn(text) === undefined,
  )
  const near = (end === -1 ? after : after.slice(0, end)).filter(isDated)
  const before = sheet.lines.slice(Math.max(0, title.index - ABOVE), title.index).filter(isDated)
  const below = sheet.lines
    .slice((sheet.elements.get(body)?.to ?? 0) + 1)
    .find(
      (line, at) =>
        isDated(line) &&
        (/发布|日期|时间|更新|责任?编/u.test(line.text) || (at < UNDER && dateIn(line.text)?.printed === line.text)) &&
        !isElsewhere(line.block),
    )
  return near.find(isTimed) ?? before.find(isTimed) ?? near[0] ?? before[0] ?? below
}

const isTimed = ({ text }: Line): boolean => hasTime(dateIn(text)?.printed ?? '')
