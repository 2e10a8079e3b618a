/**
 * Parts of a text's element that are not of the text: lists of other articles, what readers say, advertisements.
 *
 *   const isAside = asideOf(sheet, body)
 *   isAside(line in <div class="related_article">)  →  true
 */
import type { Line, Sheet } from '../../html/sheet.ts'
import { runningSums, sumOf } from '../../html/sums.ts'
import { attributeOf, parentOf, type Element } from '../../html/tree.ts'
import { proseOf } from './region.ts'

/** Names of parts of a text's element in which other articles, readers and advertisers stand. */
const ASIDE = new RegExp(
  [
    String.raw`relate|relevant|recommend|tuijian|more-?news|hot-?news|special_tag|otherContent|\btags?\b|keyword|biaoqian`,
    String.raw`share|comment|vote|zan-wap|toolbar|crumb|download|qr-?code|ewm|statement`,
    String.raw`ad-|advert|\bad\b|video-?(?:wrap|info|inner|title)|hidden-`,
  ].join('|'),
  'iu',
)

/** So much prose in a part that is named as an aside makes it the text after all. */
const MOST_PROSE = 400
const LISTS = new Set(['ul', 'ol', 'table', 'dl', 'div', 'section'])
/** Names under pictures are no longer. */
const LONGEST_NAME = 24

export function asideOf(sheet: Sheet, body: Element): (line: Line) => boolean {
  const known = new Map<Element, boolean>([[body, false]])
  const isAsideElement = elementJudge(sheet)
  return ({ block }) => {
    const path: Element[] = []
    let at: Element | undefined = block
    for (; at !== undefined && !known.has(at); at = parentOf(at)) path.push(at)
    let aside = at === undefined ? false : (known.get(at) ?? false)
    for (const element of path.toReversed()) {
      aside ||= isAsideElement(element)
      known.set(element, aside)
    }
    return aside
  }
}

function elementJudge(sheet: Sheet): (element: Element) => boolean {
  const letters = runningSums(sheet.lines, (line) => line.letters)
  const linked = runningSums(sheet.lines, (line) => line.linked)
  const prose = runningSums(sheet.lines, proseOf)
  const long = runningSums(sheet.lines, (line) => (line.letters < LONGEST_NAME ? 0 : 1))
  const pictures = pictureSums(sheet)
  return (element) => {
    const range = sheet.elements.get(element)
    if (range === undefined) return false
    const text = sumOf(prose, range)
    if (isNamed(element, ASIDE)) return text < MOST_PROSE
    const gallery = element.tagName === 'table' && sumOf(pictures, range) > 1 && sumOf(long, range) === 0
    if (gallery || element.tagName === 'aside' || element.tagName === 'nav') return true
    if (!LISTS.has(element.tagName) || range.to <= range.from) return false
    return sumOf(linked, range) * 2 > sumOf(letters, range) && text * 4 < sumOf(letters, range)
  }
}

/** Pictures up to each line. */
function pictureSums(sheet: Sheet): number[] {
  const at = new Map<number, number>()
  for (const picture of sheet.pictures) at.set(picture.at, (at.get(picture.at) ?? 0) + 1)
  return runningSums(sheet.lines, ({ index }) => at.get(index) ?? 0)
}

export const isNamed = (element: Element, names: RegExp): boolean =>
  names.test(`${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`)
