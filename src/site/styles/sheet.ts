/**
 * One page's stylesheet as it is inlined: the parts that the page has something for, without spaces that CSS does not need.
 *
 *   articleSheet('<article>…<figure>…')  →  the sheet of an article with pictures, without corrections, tables and recommendations
 *   SHEETS                               →  every sheet that any page can wear: what a content security policy allows by digest
 */
import { article, aside, figure, marks, note } from './article.ts'
import { base, near } from './base.ts'
import { calendar, front, listing, notice, people, record, style } from './listing.ts'
import { search } from './search.ts'
import { tokens } from './tokens.ts'
import { versions } from './versions.ts'

/**
 * CSS in, the same rules in fewer bytes out. Our own sheets hold no comments and no strings with braces. Names of colours and type are for
 * those who write the sheets; sent with every page, they are letters in the order of their first use.
 */
function sheet(...parts: readonly string[]): string {
  const letters = new Map<string, string>()
  return [tokens, base, ...parts]
    .join('')
    .replaceAll(/\s*\n\s*/gu, '')
    .replaceAll(/;\}/gu, '}')
    .replaceAll(/--[a-z]+/gu, (name) => {
      const letter = letters.get(name) ?? `--${String.fromCodePoint(0x61 + letters.size)}`
      letters.set(name, letter)
      return letter
    })
}

/** Parts of an article that not every one has, and by what its HTML shows them. */
const PARTS = [
  { has: /<figure/u, css: figure },
  { has: /<(?:table|ol|blockquote)|class="note"|<\/p>\s*<ul>/u, css: marks + note },
  { has: /<aside/u, css: aside },
  { has: /class="near"/u, css: near },
] as const

/** Sixteen: with each of the parts or without it. */
const ARTICLES = Array.from({ length: 2 ** PARTS.length }, (_, which) =>
  sheet(article, ...PARTS.filter((_part, at) => (which & (1 << at)) !== 0).map(({ css }) => css)),
)

export const LISTING_SHEET = sheet(listing, near)
export const PEOPLE_SHEET = sheet(listing, people)
export const VERSIONS_SHEET = sheet(listing, versions)
export const RECORD_SHEET = sheet(listing, record)
export const FRONT_SHEET = sheet(listing, front)
export const CALENDAR_SHEET = sheet(listing, near, calendar)
export const NOTICE_SHEET = sheet(listing, notice)
export const SEARCH_SHEET = sheet(listing, search)
export const STYLE_SHEET = sheet(article, marks, note, listing, near, style)

/** The page's own HTML in, the least sheet that dresses it out. */
export function articleSheet(html: string): string {
  const which = PARTS.reduce((sum, { has }, at) => (has.test(html) ? sum | (1 << at) : sum), 0)
  return ARTICLES[which] ?? ''
}

export const SHEETS: readonly string[] = [
  ...ARTICLES,
  LISTING_SHEET,
  PEOPLE_SHEET,
  VERSIONS_SHEET,
  RECORD_SHEET,
  FRONT_SHEET,
  CALENDAR_SHEET,
  NOTICE_SHEET,
  SEARCH_SHEET,
  STYLE_SHEET,
]
