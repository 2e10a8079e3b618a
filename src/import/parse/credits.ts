/**
 * The credits of a page's text, each in its place: a line of its own, or in brackets behind the last word.
 *
 *   endCredit('……他说。(张艳、于冉)')  →  '(张艳、于冉)'
 *   endCredit('……他说。（有删节）')     →  undefined
 */
import { parseCreditLine } from '../../text/credits/parse.ts'
import type { LinePlace, PageCredit, PageLine } from '../page.ts'

/** Brackets at the very end, with one bracket inside at most: `(责编：甲(实习)、乙)`. */
const LAST_BRACKETS = /[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）][\s\u3000]*$/u

/** A last paragraph in, the credit printed behind its last word out. A paragraph that is nothing else is no such case. */
export function endCredit(paragraph: string): string | undefined {
  const found = LAST_BRACKETS.exec(paragraph)
  if (found === null || found.index === 0) return undefined
  return parseCreditLine(found[0], { bare: true }) === undefined ? undefined : found[0]
}

/** A line that stands alone in, whether it is a credit out; names alone count only in brackets. */
export const isCredit = (line: string): boolean => parseCreditLine(line, { bare: /^[(（]/u.test(line) }) !== undefined

/** Whether a line has a credit's beginning and yet was not read as one: worth telling an editor. */
export const resemblesCredit = (line: string): boolean =>
  line.length < 80 &&
  /^[(（[【]?\s*(?:本版)?(?:责任?编辑?|责编|編輯|編辑|编辑|记者|通讯员|作者)\s*[:：|丨/]/u.test(line)

/** Where a credit line after the text belongs: editors' lines close the page, all others follow the text. */
export function placeAfterText(line: string): LinePlace {
  const credits = parseCreditLine(line, { bare: true })?.credits ?? []
  return credits.some(({ role }) => role === 'editor' || role === 'deskEditor') ? 'foot' : 'afterText'
}

/** A page's kept lines in, their credits flat and in order out. */
export function creditsOf(lines: readonly PageLine[]): PageCredit[] {
  return lines.flatMap(({ place, text }) => {
    const line = place === 'head' || place === 'originalTitle' ? undefined : parseCreditLine(text, { bare: true })
    return (line?.credits ?? []).map(({ role, label, people, placeholder }) => ({
      role,
      label,
      people: [
        ...people.map(({ name, printed, note, code, affiliation }) => ({
          name,
          printed,
          note,
          code,
          affiliation: affiliation?.trim(),
        })),
        ...nobodyIn(placeholder),
      ],
      printed: text,
      place,
    }))
  })
}

/** A log-in name or a desk's number, printed where a name belongs: `robot`, `系统管理员`, `NF041`. A paper there is none. */
function nobodyIn(placeholder: string): PageCredit['people'] {
  const printed = placeholder.replaceAll(/^[\s、，,]+|\s+$/gu, '')
  if (/^[A-Z]{1,4}\d{2,6}$/u.test(printed)) return [{ name: '', printed, code: printed, nobody: true }]
  return /^[a-z][\w.-]*$|管理员$/u.test(printed) ? [{ name: printed, printed, nobody: true }] : []
}
