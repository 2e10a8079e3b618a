/**
 * A body of Markdown as HTML, with what the page sets before its first and behind its last word.
 *
 *   bodyView({ markdown: '渠水来了。', before: html`电头`, after: html`（记者）`, people: [] })  →  Html '<p>电头 渠水来了。（记者）</p>\n', an ideographic space between
 */
import type { Link } from '../../content/links.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import { escapeHtml, trusted, type Html } from '../html.ts'

interface Body {
  markdown: string
  /** The dateline, at the head of the first paragraph. */
  before?: Html | undefined
  /** The reporters in brackets, behind the last word. */
  after?: Html | undefined
  /** Whoever the text names: their first mention links to their page. */
  people: readonly Link[]
}

export function bodyView({ markdown, before, after, people }: Body): Html {
  let text = renderMarkdown(markdown)
  for (const person of people) text = linkFirst(text, person)
  if (before !== undefined)
    text = text.startsWith('<p>') ? `<p>${before}\u3000${text.slice(3)}` : `<p>${before}</p>\n${text}`
  if (after !== undefined)
    text = text.endsWith('</p>\n') ? `${text.slice(0, -5)}${after}</p>\n` : `${text}<p>${after}</p>\n`
  return trusted(text)
}

/** The name's first mention in the text itself, not inside a tag, an attribute or another link. */
function linkFirst(text: string, { text: name, href }: Link): string {
  const wanted = escapeHtml(name)
  if (!text.includes(wanted)) return text
  let inLink = false
  for (const piece of text.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (piece[0].startsWith('<')) {
      inLink = piece[0].startsWith('<a ') || (inLink && piece[0] !== '</a>')
      continue
    }
    const at = inLink ? -1 : piece[0].indexOf(wanted)
    if (at === -1) continue
    const start = piece.index + at
    return `${text.slice(0, start)}<a class="credit" href="${escapeHtml(href)}">${wanted}</a>${text.slice(start + wanted.length)}`
  }
  return text
}
