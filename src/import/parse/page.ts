/**
 * A file's bytes → the page in it, text or markup, in whatever encoding.
 *
 *   parsePage({ file: 'a.html', bytes, sha256: '9f86…' })  →  OriginalPage, or { file, refused: 'expected … found …' }
 */
import type { OriginalPage, RefusedPage } from '../page.ts'
import { isMarkup, readBytes, readText } from '../read.ts'
import { parseHtml } from './html/page.ts'
import { parseText } from './text.ts'

export interface PageFile {
  file: string
  bytes: Uint8Array
  sha256: string
  /** Where the page was, when that is known from outside: from a web archive. */
  url?: string | undefined
}

export function parsePage({ file, bytes, sha256, url }: PageFile): OriginalPage | RefusedPage {
  const decoded = readBytes(bytes)
  if ('refused' in decoded) return { file, ...decoded }
  if (isMarkup(decoded.text) || /\.(?:html?|shtml|xhtml)$/iu.test(file))
    return parseHtml({ file, text: decoded.text, sha256, url })
  const read = readText(decoded)
  return 'refused' in read ? { file, ...read } : parseText({ file, text: read.text, sha256 })
}
