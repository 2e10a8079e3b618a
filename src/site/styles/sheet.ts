/**
 * One page's stylesheet as it is inlined: parts joined, spaces and line ends that CSS does not need taken out.
 *
 *   sheet(['a {color : red}'])  →  'a{color:red}'
 */
import { article } from './article.ts'
import { base } from './base.ts'
import { listing } from './listing.ts'
import { search } from './search.ts'
import { tokens } from './tokens.ts'

/** CSS in, the same rules in fewer bytes out. Our own sheets hold no comments and no strings with braces. */
function sheet(parts: readonly string[]): string {
  return parts
    .join('')
    .replaceAll(/\s*\n\s*/gu, '')
    .replaceAll(/;\}/gu, '}')
}

export const ARTICLE_SHEET = sheet([tokens, base, article])
export const LISTING_SHEET = sheet([tokens, base, listing])
export const SEARCH_SHEET = sheet([tokens, base, listing, search])
