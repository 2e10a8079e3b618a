/**
 * The brackets around a credit line, with the date, source or agency that stands outside them.
 *
 *   frameOf('（责编：甲川(实习)）')               →  { open: '（', inner: '责编：甲川(实习)', close: '）', bracketed: true }
 *   frameOf('2013-02-05 | 责编：甲川 | 来源：乙报')  →  { open: '2013-02-05 | ', inner: '责编：甲川', close: ' | 来源：乙报', bracketed: false }
 *   frameOf('（责编：甲川')                      →  undefined: never closed
 */
import { CLOSE, FOLLOWING, LEADING, OPEN } from './marks.ts'

/** `新华社发（某某摄）`: an agency sends out a picture. */
export const SENT_OUT = /^[\p{Script=Han}A-Za-z0-9]{2,12}发(?=\s*[(（])/u

export interface Frame {
  open: string
  inner: string
  close: string
  /** Whether a bracket opens the line, a date or source before it apart. */
  bracketed: boolean
}

/** The brackets around a line with what stands outside them; undefined when an opening bracket is never closed. */
export function frameOf(line: string): Frame | undefined {
  const outside = (LEADING.exec(line) ?? SENT_OUT.exec(line))?.[0].length ?? 0
  const opening = OPEN.exec(line.slice(outside))?.[0] ?? /^\s*/u.exec(line.slice(outside))?.[0] ?? ''
  const bracket = opening + (LEADING.exec(line.slice(outside + opening.length))?.[0] ?? '')
  const rest = line.slice(outside + bracket.length)
  const following = FOLLOWING.exec(rest)?.[0] ?? ''
  const inside = rest.slice(0, rest.length - following.length)
  const opened = /\S/u.test(opening)
  const closing = closesMore(inside) ? (CLOSE.exec(inside)?.[0] ?? '') : ''
  if (opened && closing === '') return undefined
  const inner = inside.slice(0, inside.length - closing.length)
  const spaces = /(?<!\s)\s+$/u.exec(inner)?.[0] ?? ''
  return {
    open: line.slice(0, outside) + bracket,
    inner: inner.slice(0, inner.length - spaces.length),
    close: spaces + closing + following,
    bracketed: opened,
  }
}

/** Whether a bracket closes here that does not open here: `甲川(实习)` closes only its own. */
function closesMore(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0
  return count(/[)）\]】］〕]/gu) > count(/[(（[【［〔]/gu)
}
