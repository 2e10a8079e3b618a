/**
 * What stands below a text: credits, print reference, former title, source; up to where other articles begin.
 *
 *   footOf([], ['本文来源：新报 责任编辑：史磊_NBJ113', '相关新闻', …])
 *     →  { lines: [{ place: 'foot', text: '责任编辑：史磊_NBJ113' }], source: '新报' }
 */
import type { Line } from '../../html/sheet.ts'
import type { PageLine } from '../../page.ts'
import { isDoubtful, placeAfterText } from '../credits.ts'
import { isLinksHeading, isPrintReference, originalTitleOf } from '../lines.ts'
import { sourceIn } from './head.ts'
import { isElsewhere } from './region.ts'
import { creditsIn } from './statements.ts'

export interface Foot {
  lines: PageLine[]
  source: string | undefined
  originalTitle: string | undefined
  printReference: string | undefined
}

/** Lines that may stand between two statements of the foot. */
const GAP = 3
/** Writers farther below the text wrote something else: books and other articles are announced there. */
const FAR = 8
/** Prose below the text belongs to something else; a statement is shorter. */
const LONGEST = 160

/** What readers say and whom the site belongs to: below it stands nothing of the article. */
const END = /^(?:网友|最新|热门|精彩|用户)?(?:评论|跟帖|跟贴|留言)|版权所有|Copyright|ICP[证备]|©/iu

/** Lines below the text: those inside its element, where other articles may be listed before the credits, and those below that. */
export function footOf(inside: readonly string[], below: readonly Line[]): Foot {
  const foot = nearFoot(
    inside,
    below.map(({ text }) => text),
  )
  if (!foot.lines.some(({ place }) => place === 'foot')) foot.lines.push(...editorsFurther(below))
  return foot
}

/** Portals print the editor below the lists of other articles: a line that begins with that credit and stands in no link. */
function editorsFurther(below: readonly Line[]): PageLine[] {
  for (const { text, block, linked, letters } of below) {
    if (END.test(text)) return []
    if (letters > LONGEST || linked * 2 > letters || isElsewhere(block)) continue
    const credits = creditsIn(text).filter((credit) => text.startsWith(credit) && placeAfterText(credit) === 'foot')
    if (credits.length > 0) return credits.map((credit) => ({ place: 'foot', text: credit }))
  }
  return []
}

function nearFoot(inside: readonly string[], below: readonly string[]): Foot {
  const foot: Foot = { lines: [], source: undefined, originalTitle: undefined, printReference: undefined }
  let last: number | undefined
  for (const [index, line] of [...inside, ...below].entries()) {
    if ((isLinksHeading(line) && index >= inside.length) || (last !== undefined && index - last > GAP)) break
    if (line.length > LONGEST) continue
    const credits = creditsIn(line).filter(
      (credit) =>
        last !== undefined ||
        index < inside.length + FAR ||
        placeAfterText(credit) === 'foot' ||
        sourceIn(line) !== undefined,
    )
    const source = sourceIn(line)?.name
    const title = originalTitleOf(line)
    const print = isPrintReference(line)
    const quoted = /^据《.{2,12}》$|^[(（](?:本文)?作者[为系是：: ]?\S{2,40}[)）]$/u.test(line) && credits.length === 0
    const doubtful = credits.length === 0 && index < inside.length + FAR && isDoubtful(line)
    if (credits.length === 0 && title === undefined && !print && source === undefined && !quoted && !doubtful) continue
    last = index
    const kept = doubtful ? [line] : credits
    foot.lines.push(...kept.map((text) => ({ place: placeAfterText(text), text })))
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
