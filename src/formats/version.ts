/**
 * A version's words for reading and for comparing.
 *
 *   versionLines(version)  →  ['把渠修到田头', '2024年06月02日08:30  来源：禾风日报', '渠水来了。', '(责编：韩岭)']
 *   versionHtml(version)   →  '<h1>把渠修到田头</h1>\n<p>2024年…</p>\n<p>渠水来了。</p>\n…'
 */
import type { Version } from '../content/versions.ts'
import { blockHtml } from './content.ts'
import { plainParagraphs } from './plain.ts'
import { escapeXml } from './xml.ts'

export function versionLines({ blocks }: Version): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'body') return [block.text]
    const lines = plainParagraphs(block.markdown)
    const last = lines.length - 1
    return lines.map(
      (line, at) => `${at === 0 ? opening(block.before) : ''}${line}${at === last ? (block.after ?? '') : ''}`,
    )
  })
}

const opening = (before: string | undefined): string => (before === undefined ? '' : `${before}\u3000`)

export const versionHtml = ({ blocks }: Version): string =>
  blocks
    .map((block) => (block.kind === 'title' ? `<h1>${escapeXml(block.text)}</h1>\n` : blockHtml(block, '')))
    .join('')
