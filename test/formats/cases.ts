/**
 * The articles that every format is tried on, and a way to plant a fault.
 *
 *   cases[0]  →  { name: 'with every role', page: ArticlePage }
 *   spoilt('<a>1</a>', '1', '2')  →  '<a>2</a>'
 */
import type { ArticlePage } from '../../src/content/article.ts'
import { articleWith, everyRole, pageOf } from './paper.ts'

const PAGES: Record<string, ArticlePage> = {
  'with every role': pageOf(everyRole),
  'with nobody credited': pageOf(articleWith([])),
  'of a site without an address': pageOf(everyRole, { address: undefined }),
  'with letters that XML cannot hold': pageOf(
    articleWith([], { title: 'a\u0000b\u000bc\ud800 ]]> <![CDATA[', kicker: '&amp;' }),
  ),
  'that nobody may reprint': pageOf(
    articleWith([], { rights: { _type: 'rights', permission: 'none', holder: '禾风日报社' } }),
  ),
}
export const cases = Object.entries(PAGES).map(([name, page]) => ({ name, page }))

/** A text with one place changed; an error where the place is not there. */
export function spoilt(text: string, place: string | RegExp, other: string): string {
  const changed = text.replace(place, other)
  if (changed === text) throw new Error(`expected ${String(place)} in the file, found it nowhere`)
  return changed
}
