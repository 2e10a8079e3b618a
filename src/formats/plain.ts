/**
 * A body without its marks: what a reader reads of it, paragraph by paragraph.
 *
 *   plainParagraphs('**“稳”**字当头\n\n1. 先量地势\n2. 再画渠线')  →  ['“稳”字当头', '1. 先量地势', '2. 再画渠线']
 *
 * Made from what the page shows (`renderMarkdown`), so that no second reading of Markdown can differ from the first.
 */
import { renderMarkdown } from '../text/markdown.ts'

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
/** Where a line ends on the page. */
const ENDS = /^<\/?(?:p|li|ol|ul|blockquote|h\d|tr|table|thead|tbody)[ >]|^<br>/u

export function plainParagraphs(markdown: string): string[] {
  const paragraphs: string[] = []
  /** Of each list that is open, the number of its next entry; NaN for one without numbers. */
  const counts: number[] = []
  let text = ''
  for (const piece of renderMarkdown(markdown).match(/<[^>]*>|[^<]+/gu) ?? []) {
    // Between a table's tags stand line breaks that nobody sees.
    if (!piece.startsWith('<')) text += piece.trim() === '' ? '' : piece
    if (ENDS.test(piece)) {
      if (text.trim() !== '') paragraphs.push(unescaped(text.trim()))
      text = ''
    }
    if (/^<t[dh][ >]/u.test(piece) && text !== '') text += '\t'
    if (/^<[ou]l[ >]/u.test(piece)) counts.push(startOf(piece))
    else if (/^<\/[ou]l>/u.test(piece)) counts.pop()
    else if (piece === '<li>') {
      const count = counts.pop() ?? Number.NaN
      counts.push(count + 1)
      text = Number.isNaN(count) ? '' : `${count}. `
    }
  }
  return text.trim() === '' ? paragraphs : [...paragraphs, unescaped(text.trim())]
}

const startOf = (list: string): number =>
  list.startsWith('<ol') ? Number(/start="(\d+)"/u.exec(list)?.[1] ?? 1) : Number.NaN

const unescaped = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (sign) => SIGNS[sign] ?? sign)
