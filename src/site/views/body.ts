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
  text = keepDots(text)
  if (before !== undefined)
    text = text.startsWith('<p>') ? `<p>${before}\u3000${text.slice(3)}` : `<p>${before}</p>\n${text}`
  if (after !== undefined)
    text = text.endsWith('</p>\n') ? `${text.slice(0, -5)}${after}</p>\n` : `${text}<p>${after}</p>\n`
  return trusted(text)
}

/**
 * No line begins or ends at the dot of a name (古兰·阿依登): browsers break there even under `line-break: strict`. Only the letters
 * beside the dot are held together, for nothing tells where in running text the name begins.
 */
function keepDots(text: string): string {
  if (!text.includes('·')) return text
  return mapText(text, (piece, inLink) =>
    inLink ? piece : piece.replaceAll(/\p{Script=Han}·\p{Script=Han}/gu, '<span class="whole">$&</span>'),
  )
}

/** The name's first mention in the text itself, not inside another link. */
function linkFirst(text: string, { text: name, href }: Link): string {
  const wanted = escapeHtml(name)
  if (!text.includes(wanted)) return text
  let done = false
  return mapText(text, (piece, inLink) => {
    const at = done || inLink ? -1 : indexOutsideSigns(piece, wanted)
    if (at === -1) return piece
    done = true
    return `${piece.slice(0, at)}<a href="${escapeHtml(href)}">${wanted}</a>${piece.slice(at + wanted.length)}`
  })
}

/** Rendered HTML in, the same with each run of text (never a tag or an attribute) changed by a function out. */
function mapText(text: string, change: (piece: string, inLink: boolean) => string): string {
  let inLink = false
  return text.replaceAll(/<[^>]*>|[^<]+/gu, (piece) => {
    if (!piece.startsWith('<')) return change(piece, inLink)
    inLink = piece.startsWith('<a ') || (inLink && piece !== '</a>')
    return piece
  })
}

/** Where the name stands, not counting the letters of a written sign: `amp` does not stand in `&amp;`. */
function indexOutsideSigns(piece: string, wanted: string): number {
  let at = piece.indexOf(wanted)
  while (at !== -1 && /&[a-z0-9#]*$/iu.test(piece.slice(Math.max(0, at - 10), at))) at = piece.indexOf(wanted, at + 1)
  return at
}
