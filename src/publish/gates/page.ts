/**
 * Each changed page is one whole, well-formed HTML document, and not too heavy.
 *
 *   '<!--zebian:failed …-->'                 →  its document is refused: its view threw
 *   '<h1>…<p>…</div>'                        →  refused: stray end tag
 *   700 kB                                   →  refused: too heavy
 */
import { tagProblem } from './markup.ts'
import type { Look } from './finding.ts'

/** Bytes of one page. The first flight of a connection is 14,000; a page of half a million has lost its reader on a phone. */
const MOST_BYTES = 500_000

/** How Eleventy's pages say that a view threw; see src/site/template.ts. */
const FAILED = /^<!--zebian:failed (?<why>[\s\S]*)-->$/u

export const pageLook: Look = {
  isFor: (path) => path.endsWith('.html'),
  find: ({ text }) => problemOf(text()),
}

function problemOf(text: string): { field: string; reason: string; remedy: string } | undefined {
  const why = FAILED.exec(text)?.groups?.['why']
  if (why !== undefined)
    return { field: '', reason: `这一页印不出来：${why}`, remedy: '请在编辑台检查这份文档，改正后重新发布' }
  if (text.length > MOST_BYTES)
    return {
      field: 'sections',
      reason: `页面有 ${Math.round(text.length / 1000)} 千字节，超过 ${MOST_BYTES / 1000}`,
      remedy: '请把正文分成几篇',
    }
  if (!/^<!doctype html>/iu.test(text) || !/<\/html>\s*$/iu.test(text))
    return { field: '', reason: '页面不完整', remedy: '请重新发布；若仍如此，请检查模板' }
  const wrong = tagProblem(text)
  if (wrong === undefined) return undefined
  return { field: '', reason: `页面的 HTML 有错：${wrong}`, remedy: '请检查正文里最近的改动；若没有，请检查模板' }
}
