/**
 * Kicker, headline, subtitle and bylines: by the template's places, else by what stands right above and below the headline.
 *
 *   headlineOf(sheet, parts, template)  →  { kicker: '全县春灌一线报道', title: '把渠修到田头', byline: ['本报记者 石砚'] }
 */
import { linesOf, select } from '../../html/select.ts'
import type { Line, Sheet } from '../../html/sheet.ts'
import { attributeOf, parentOf } from '../../html/tree.ts'
import type { Template } from '../../templates/template.ts'
import { creditsIn } from './statements.ts'
import { isDated, type Parts } from './parts.ts'
import { squeeze } from './title.ts'

interface Headline {
  kicker: string | undefined
  title: string
  subtitle: string | undefined
  byline: string[]
}

const KICKER_NAME = /\bpre\b|yinti|kicker|shoulder|jianti|sup-?title|uptitle/iu
const SUBTITLE_NAME = /\bsub\b|subtitle|sub-?tit|subhead|futi|fubiao|deck|second-?line/iu
const LONGEST_KICKER = 60
/** A kicker stands at most so many lines above its headline. */
const NEAR = 6
const LONGEST_SUBTITLE = 120

export function headlineOf(sheet: Sheet, parts: Parts, template: Template | undefined): Headline {
  const title = joined(parts.title)
  const first = parts.title[0]?.index ?? 0
  const text = parts.lines[0]?.index ?? sheet.lines.length
  const above =
    template?.kicker === undefined ? undefined : linesNamed(sheet, template.kicker, first - NEAR, first).at(-1)
  const within = (selector: string): Line[] => linesNamed(sheet, selector, first, text)
  return {
    kicker: template?.kicker === undefined ? kickerAbove(sheet, parts) : above?.text,
    title,
    subtitle: template?.subtitle === undefined ? subtitleBelow(parts) : joinedOrNone(within(template.subtitle)),
    byline: template?.byline === undefined ? [] : within(template.byline).map(({ text }) => text),
  }
}

const joined = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .trim()
const joinedOrNone = (lines: readonly Line[]): string | undefined => (lines.length === 0 ? undefined : joined(lines))

/** Lines of the elements that a selector names, between two lines of the page. */
const linesNamed = (sheet: Sheet, selector: string, after: number, before: number): Line[] =>
  select(sheet, selector)
    .flatMap((element) => linesOf(sheet, element))
    .filter(({ index }) => index > after && index < before)

/** A line right above the headline, in the same place of the page, that is printed or named as what it is. */
function kickerAbove(sheet: Sheet, { title: [first] }: Parts): string | undefined {
  const line = first === undefined ? undefined : sheet.lines[first.index - 1]
  if (line === undefined || first === undefined || line.letters > LONGEST_KICKER || line.linked > 0 || isDated(line))
    return undefined
  const beside = parentOf(line.block) === parentOf(first.block)
  return beside && (line.heading > 0 || KICKER_NAME.test(nameOf(line))) ? line.text : undefined
}

/** A line between headline and text that is printed or named as a subtitle; no date, no credit, no tool. */
function subtitleBelow({ title: [first], front }: Parts): string | undefined {
  if (first === undefined) return undefined
  const line = front.find((line) => {
    if (line.letters > LONGEST_SUBTITLE || line.letters < 4 || line.linked * 2 > line.letters) return false
    if (isDated(line) || creditsIn(line.text).length > 0 || squeeze(line.text) === squeeze(first.text)) return false
    return (
      SUBTITLE_NAME.test(nameOf(line)) ||
      (line.heading > first.heading && first.heading > 0 && parentOf(line.block) === parentOf(first.block))
    )
  })
  return line?.text
}

const nameOf = ({ block }: Line): string => `${attributeOf(block, 'class') ?? ''} ${attributeOf(block, 'id') ?? ''}`
