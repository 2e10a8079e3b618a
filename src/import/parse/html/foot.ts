/**
 * What stands below a text: credits, print reference, former title, source; up to where other articles begin.
 *
 *   footOf([], ['本文来源：新报 责任编辑：史磊_NBJ113', '相关新闻', …])
 *     →  { lines: [{ place: 'foot', text: '责任编辑：史磊_NBJ113' }], source: '新报' }
 */
import type { PageLine } from '../../page.ts'
import { placeAfterText } from '../credits.ts'
import { isLinksHeading, isPrintReference, originalTitleOf } from '../lines.ts'
import { sourceIn } from './head.ts'
import { creditsIn } from './statements.ts'

export interface Foot {
  lines: PageLine[]
  source: string | undefined
  originalTitle: string | undefined
  printReference: string | undefined
}

/** Lines that may stand between two statements of the foot. */
const GAP = 3
/** Prose below the text belongs to something else; a statement is shorter. */
const LONGEST = 160

/** Lines below the text: those inside its element, where other articles may be listed before the credits, and those below that. */
export function footOf(inside: readonly string[], below: readonly string[]): Foot {
  const foot: Foot = { lines: [], source: undefined, originalTitle: undefined, printReference: undefined }
  let last: number | undefined
  for (const [index, line] of [...inside, ...below].entries()) {
    if ((isLinksHeading(line) && index >= inside.length) || (last !== undefined && index - last > GAP)) break
    if (line.length > LONGEST) continue
    const credits = creditsIn(line)
    const source = sourceIn(line)?.name
    const title = originalTitleOf(line)
    const print = isPrintReference(line)
    const quoted = /^据《.{2,12}》$|^[(（](?:本文)?作者[为系是：: ]?\S{2,40}[)）]$/u.test(line) && credits.length === 0
    if (credits.length === 0 && title === undefined && !print && source === undefined && !quoted) continue
    last = index
    foot.lines.push(...credits.map((text) => ({ place: placeAfterText(text), text })))
    if (quoted) foot.lines.push({ place: 'afterText', text: line })
    foot.source ??= source
    if (title !== undefined && foot.originalTitle === undefined) {
      foot.originalTitle = title
      foot.lines.push({ place: 'afterText', text: line })
    }
    if (print && foot.printReference === undefined) {
      foot.printReference = line
      foot.lines.push({ place: 'afterText', text: line })
    }
  }
  return foot
}
