/**
 * The credits of a page's text, each in its place: a line of its own, or in brackets behind the last word.
 *
 *   endCredit('……他说。(张艳、于冉)')  →  '(张艳、于冉)'
 *   endCredit('……他说。 本报记者 于冉')  →  ' 本报记者 于冉'
 *   endCredit('……他说。（有删节）')     →  undefined
 */
import { gluedNames } from '../../text/credits/glued.ts'
import type { CreditLine } from '../../text/credits/line.ts'
import { parseCreditLine, unsettled } from '../../text/credits/parse.ts'
import { readingsOf } from '../../text/credits/readings.ts'
import type { LinePlace, PageCredit, PageLine } from '../page.ts'

/** Brackets at the very end, with one bracket inside at most: `(责编：甲(实习)、乙)`. */
const LAST_BRACKETS = /[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）][\s\u3000]*$/u

/** What stands behind the last mark of the last sentence: a writer's label and names. */
const LAST_WORDS = /(?<=[。！？”])[\s\u3000]*[^。！？，；：“”\s][^。！？，；“”]{2,40}$/u

/** A last paragraph in, the credit printed behind its last word out. A paragraph that is nothing else is no such case. */
export function endCredit(paragraph: string): string | undefined {
  const brackets = LAST_BRACKETS.exec(paragraph)
  if (brackets !== null)
    return brackets.index > 0 && parseCreditLine(brackets[0], { bare: true }) !== undefined ? brackets[0] : undefined
  const words = LAST_WORDS.exec(paragraph)?.[0]
  return words !== undefined && parseCreditLine(words) !== undefined ? words : undefined
}

/** A line that stands alone in, whether it is a credit out; names alone count only in brackets. */
export const isCredit = (line: string): boolean => parseCreditLine(line, { bare: /^[(（]/u.test(line) }) !== undefined

/** Whether a line has a credit's beginning and yet was not read as one: worth telling an editor. */
export const resemblesCredit = (line: string): boolean =>
  line.length < 80 &&
  !/[。？！?]$/u.test(line) &&
  /^[(（[【]?\s*(?:本版)?(?:责任?编辑?|责编|編輯|編辑|编辑|记者|通讯员|作者)\s*[:：|丨/]/u.test(line)

/**
 * What an editor is told of a line that may be a credit and was not read as one, or could be read in another way too.
 *
 *   doubtOf('责编：闻 溪 川')  →  '“责编：闻 溪 川”有 2 种读法：责编 闻溪、川；责编 闻、溪川。不能断定，…'
 */
function doubtOf(line: string): string | undefined {
  const readings = readingsOf(line)
  const [first] = readings
  const leave = '原行照印，请在编辑台补上署名。'
  if (readings.length > 1)
    return `“${line}”有 ${readings.length} 种读法：${readings.map((one) => `“${one}”`).join('，或')}。不能断定，${leave}`
  if (first !== undefined) return `“${line}”可能读作“${first}”，不能断定，${leave}`
  return resemblesCredit(line) && !isCredit(line) ? `“${line}”像是署名，但未能读懂，已作正文保留。` : undefined
}

/** More lines of credits than any page has; what lies beyond is not asked after. */
const MOST_LINES = 200

/** Lines that are kept and lines of the text in; what an editor is told of those of them that are doubtful out. */
export const doubtsOf = (kept: readonly PageLine[], text: readonly string[]): string[] => [
  ...kept
    .slice(0, MOST_LINES)
    .filter(({ place, text: line }) => place !== 'head' && place !== 'originalTitle' && isDoubtful(line))
    .flatMap(({ text: line }) => doubtOf(line) ?? []),
  ...text.flatMap((line) => doubtOf(line) ?? []),
]

export function isDoubtful(line: string): boolean {
  const read = parseCreditLine(line, { bare: true })
  return read === undefined ? readingsOf(line).length > 0 : holdsTwo(read)
}

/** Whether a name of a line may as well be two. */
const holdsTwo = ({ credits }: CreditLine): boolean =>
  credits.some(({ people }) => people.some(({ name }) => gluedNames(name).length > 0))

/** How a line of editors begins that nobody could read. */
const EDITORS = /^[\s(（[【]*(?:本版|值班|网络)?(?:责任编辑|责编|責任編輯|責編|编辑|編輯)/u

/** Where a credit line after the text belongs: editors' lines close the page, all others follow the text. */
export function placeAfterText(line: string): LinePlace {
  const credits = parseCreditLine(line, { bare: true })?.credits ?? unsettled(line)
  if (credits === undefined) return EDITORS.test(line) ? 'foot' : 'afterText'
  return credits.some(({ role }) => role === 'editor' || role === 'deskEditor') ? 'foot' : 'afterText'
}

/** A page's kept lines in, their credits flat and in order out. */
export function creditsOf(lines: readonly PageLine[]): PageCredit[] {
  return lines.flatMap(({ place, text }) => {
    const line = place === 'head' || place === 'originalTitle' ? undefined : parseCreditLine(text, { bare: true })
    return (line === undefined || holdsTwo(line) ? [] : line.credits).map(({ role, label, people, placeholder }) => ({
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
