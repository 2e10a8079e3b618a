/**
 * A page printed back from what was read of it, and what of the original stands in none of it.
 *
 *   printedBack(page)          →  ['全县春灌一线报道', '把渠修到田头', '2024年06月02日08:30 来源：禾风日报', '渠水来了。', …]
 *   leftOut(page, the markup)  →  ['分享到：', '手机看新闻']: between headline and last line on the page, and in nothing that was read
 */
import { sheetOf } from './html/sheet.ts'
import type { OriginalPage, PageLine } from './page.ts'
import { isLinksHeading } from './parse/lines.ts'
import { isMarkup } from './read.ts'

/** The article's lines from top to bottom, as our own page will have them. */
export function printedBack(page: OriginalPage): string[] {
  const at = (...places: PageLine['place'][]): string[] =>
    page.lines.filter(({ place }) => places.includes(place)).map(({ text }) => text)
  const head = page.lines.findIndex(({ place }) => place === 'head')
  const bylines = (below: boolean): string[] =>
    page.lines.flatMap(({ place, text }, index) => (place === 'byline' && index > head === below ? [text] : []))
  const links = page.recommended.map(({ title }) => title)
  return [
    ...[page.kicker, page.title, page.subtitle].flatMap((text) => text ?? []),
    ...bylines(false),
    ...at('head'),
    ...bylines(true),
    ...at('originalTitle'),
    ...page.sections.flatMap(({ heading, paragraphs }) => [...(heading === undefined ? [] : [heading]), ...paragraphs]),
    ...page.pictures.flatMap(({ caption }) => caption ?? []),
    ...at('afterText', 'foot'),
    ...links,
  ]
}

/** A page and the text that it was read from in; the original's letters that nothing read holds, line by line, out. */
export function leftOut(page: OriginalPage, original: string): string[] {
  const printed = squeeze(printedBack(page).join(''))
  const lines = isMarkup(original) ? articleLines(page, original) : original.split('\n')
  return lines.flatMap((line) => lettersMissing(line, printed))
}

/** The lines of a web page from its headline to the last line that was read. */
function articleLines(page: OriginalPage, markup: string): string[] {
  const texts = (sheetOf(markup)?.lines ?? []).map(({ text }) => text)
  const title = squeeze(page.kicker ?? page.title)
  const from = texts.findIndex((text) => squeeze(text) === title)
  const known = new Set(printedBack(page).map(squeeze))
  const to = texts.findLastIndex(
    (text) => known.has(squeeze(text)) || page.lines.some((line) => text.includes(line.text)),
  )
  return from === -1
    ? []
    : texts.slice(
        Math.min(
          from,
          texts.findIndex((text) => squeeze(text) === title),
        ),
        to + 1,
      )
}

/** What of a line is not printed: nothing, its ends, or all of it. */
function lettersMissing(line: string, printed: string): string[] {
  const text = squeeze(line)
  if (text === '' || printed.includes(text) || isLinksHeading(line.trim())) return []
  // Date and source stand among the tools of their line: whichever words of it are printed are not lost.
  const rest = line.split(/[\s\u3000|｜]+/u).filter((word) => word !== '' && !printed.includes(word))
  return rest.length === 0 ? [] : [rest.join(' ')]
}

const squeeze = (text: string): string => text.replaceAll(/[\s\u200b\u2060\ufeff\u00ad]+/gu, '')
