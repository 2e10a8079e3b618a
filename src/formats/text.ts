/**
 * An article as plain text, the way a reader would copy it: for an imported page, its original's text again.
 *
 *   articleText(page)  →  '把渠修到田头\n\n2024年06月02日08:30  来源：禾风日报\n\n渠水来了。（记者 石砚）\n\n(责编：韩岭)\n'
 */
import type { ArticlePage } from '../content/article.ts'
import { blocksOf, type Block } from '../content/blocks.ts'
import { plainParagraphs } from './plain.ts'

export const articleText = (page: ArticlePage): string => `${blocksOf(page).flatMap(paragraphsOf).join('\n\n')}\n`

function paragraphsOf(block: Block): string[] {
  if (block.kind === 'body') return bodyParagraphs(block)
  if (block.kind === 'picture') {
    const said = [block.picture.caption, block.picture.credit].filter((part) => part !== undefined)
    return said.length === 0 ? [] : [said.join(' ')]
  }
  if (block.kind === 'links') return [block.title, ...block.links.map(({ text }) => text)]
  return [block.text]
}

function bodyParagraphs({ markdown, before, after }: Extract<Block, { kind: 'body' }>): string[] {
  const paragraphs = plainParagraphs(markdown)
  if (before !== undefined) paragraphs[0] = `${before}\u3000${paragraphs[0] ?? ''}`
  if (after !== undefined) paragraphs.push(`${paragraphs.pop() ?? ''}${after}`)
  return paragraphs
}
