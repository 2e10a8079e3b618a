/**
 * A whole page in Traditional letters.
 *
 *   traditionalPage('<html lang="zh-Hans">…<p>记者于岚</p>', names)  →  '<html lang="zh-Hant">…<p>記者于岚</p>'
 *   namesIn(page)  →  ['于岚', …]      whom the page itself names: its linked data says so
 *
 * Text and what is read aloud (`alt`, `aria-label`, `content`) is converted; addresses, styles, scripts and data are not. Links to pages
 * lead to the Traditional ones.
 */
import { namesOf, traditionalText, type Names } from './traditional.ts'

export const TRADITIONAL_FOLDER = '/hant'

/** Elements whose text is no text, a tag, or a run of text. */
const PIECE = /<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/giu
const READ_ALOUD = /\b(alt|aria-label|placeholder|title|label)="([^"]*)"/gu
const PAGE_LINK = /\bhref="((\/(?!\/)(?:[^"?#]*\.html|(?:[^"?#]*\/)?))(?:[?#][^"]*)?)"/gu

/** `has` says of an address whether there is a page of it in this edition. */
export function traditionalPage(page: string, everywhere: Names, has: (address: string) => boolean): string {
  const own = namesOf(namesIn(page))
  const convert = (text: string): string => traditionalText(text, own, everywhere)
  return page.replaceAll(PIECE, (piece, raw?: string) => {
    if (raw !== undefined) return piece
    if (!piece.startsWith('<')) return convert(piece)
    if (piece.startsWith('<html')) return piece.replace('lang="zh-Hans"', 'lang="zh-Hant"')
    if (piece.startsWith('<meta name="description"'))
      return piece.replace(/content="([^"]*)"/u, (_, text: string) => `content="${convert(text)}"`)
    return piece
      .replaceAll(READ_ALOUD, (_, name: string, text: string) => `${name}="${convert(text)}"`)
      .replaceAll(PAGE_LINK, (link, href: string, path: string) =>
        has(decoded(path)) ? `href="${TRADITIONAL_FOLDER}${href}"` : link,
      )
  })
}

/** The people of a page's linked data, authors and editors. */
export function namesIn(page: string): string[] {
  const names: string[] = []
  for (const [, data = ''] of page.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu))
    collect(JSON.parse(data), names)
  for (const [, name = ''] of page.matchAll(/<a href="\/people\/[^"]*">([^<]*)<\/a>/gu)) names.push(name)
  return names
}

function collect(value: unknown, names: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, names)
  else if (typeof value === 'object' && value !== null) {
    if ('@type' in value && value['@type'] === 'Person' && 'name' in value) names.push(String(value.name))
    for (const inside of Object.values(value)) if (typeof inside === 'object') collect(inside, names)
  }
}

/** An address that is none leads nowhere. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}
