/**
 * Letters that were lost in what was read of a page: in a name or a headline the page is refused, in the text it is said.
 *
 *   damageOf(page with title '渠水\ufffd田头')      →  { refused: '…' }
 *   damageOf(page with one \ufffd in a paragraph)  →  { problems: ['“渠水”之后有乱码……'] }
 */
import type { OriginalPage } from '../../page.ts'
import { garbledIn, lostLetters } from '../../read.ts'

/** One letter of so many may be lost before the text itself is no longer what its paper printed. */
const SOUND = 100

export function damageOf(page: OriginalPage): { refused: string } | { problems: string[] } {
  const names = page.credits.flatMap(({ people }) => people.map(({ printed }) => printed))
  const named = [page.kicker, page.title, page.subtitle, page.source?.name, page.originalTitle, ...names]
  for (const text of named) {
    const garbled = garbledIn(text ?? '')
    if (garbled !== undefined) return { refused: lostLetters(garbled) }
  }
  const text = page.sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])
  const spoilt = text.filter((paragraph) => garbledIn(paragraph) !== undefined)
  const lost = spoilt.reduce((sum, paragraph) => sum + (paragraph.match(/\ufffd/gu)?.length ?? paragraph.length), 0)
  const letters = text.reduce((sum, paragraph) => sum + paragraph.length, 0)
  if (lost * SOUND > letters * 3) return { refused: lostLetters(garbledIn(spoilt[0] ?? '') ?? '') }
  return { problems: spoilt.map((paragraph) => `正文中有乱码：“${aroundDamage(paragraph)}”，请与原页面核对。`) }
}

function aroundDamage(paragraph: string): string {
  const at = paragraph.indexOf(garbledIn(paragraph) ?? '')
  return paragraph.slice(Math.max(0, at - 8), at + 8)
}
