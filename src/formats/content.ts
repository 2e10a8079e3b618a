/**
 * An article's text as HTML for other programs' pages: feeds and exchange formats.
 *
 *   articleHtml(page)  →  '<p>2024年06月02日08:30  来源：禾风日报</p>\n<p>渠水来了。</p>\n<p>(责编：韩岭)</p>'
 *
 * Without the headline, which every format has a field of its own for, and without recommendations, which are not the article's.
 * Addresses are whole, because the text is read elsewhere.
 */
import type { ArticlePage } from '../content/article.ts'
import { renderMarkdown } from '../text/markdown.ts'
import { blocksOf, type Block } from '../content/blocks.ts'
import { escapeXml } from './xml.ts'

/** A page of one article is asked for by three feeds and two exchange formats. */
const MADE = new WeakMap<ArticlePage, string>()

export function articleHtml(page: ArticlePage): string {
  const made =
    MADE.get(page) ??
    blocksOf(page)
      .map((block) => blockHtml(block, page.site.origin ?? ''))
      .join('')
  MADE.set(page, made)
  return made
}

export function blockHtml(block: Block, origin: string): string {
  switch (block.kind) {
    case 'title':
    case 'links':
      return ''
    case 'heading':
      return `<h2>${escapeXml(block.text)}</h2>\n`
    case 'line':
      return `<p>${escapeXml(block.text)}</p>\n`
    case 'picture': {
      const { src, alt, caption, credit } = block.picture
      const said = [caption, credit].filter((part) => part !== undefined).join(' ')
      const below = said === '' ? '' : `<figcaption>${escapeXml(said)}</figcaption>`
      return `<figure><img src="${escapeXml(origin + src)}" alt="${escapeXml(alt)}">${below}</figure>\n`
    }
    case 'body':
      return bodyHtml(block).replaceAll('<a href="/', `<a href="${escapeXml(origin)}/`)
  }
}

function bodyHtml({ markdown, before, after }: Extract<Block, { kind: 'body' }>): string {
  let text = renderMarkdown(markdown)
  if (before !== undefined)
    text = text.startsWith('<p>')
      ? `<p>${escapeXml(before)}\u3000${text.slice(3)}`
      : `<p>${escapeXml(before)}</p>\n${text}`
  if (after !== undefined)
    text = text.endsWith('</p>\n')
      ? `${text.slice(0, -5)}${escapeXml(after)}</p>\n`
      : `${text}<p>${escapeXml(after)}</p>\n`
  return text
}
