/**
 * What a change touches, said in terms of the articles whose lines change in lists.
 *
 *   touchedHeads({ type: 'source', before: …, after: … }, catalogue)   →  the heads of all articles from that source
 *   touchedThrough(change, catalogue, ({ publishedAt }) => [dayOf(publishedAt)])  →  ['2024-06-02'], or ALL
 */
import { headOf, type Catalogue, type Head } from './catalogue.ts'
import type { ArticleDocument } from './documents.ts'
import { keysIn, type Index } from './entries.ts'
import { ALL, type Change, type Touched } from './kind.ts'

type ArticleChange = Extract<Change, { type: 'article' }>

/** The article as it was and as it is. */
export const versionsOf = ({ before, after }: ArticleChange): ArticleDocument[] =>
  [before, after].filter((version) => version !== undefined)

/** The keys that the article had or has in an index. */
export const keysTouched = (change: ArticleChange, index: Index): string[] => [
  ...new Set(versionsOf(change).flatMap((version) => keysIn(index, version))),
]

/** A line in a list prints headline, minute and source. Site and channels stand on every page. */
export function touchedHeads(change: Change, catalogue: Catalogue): readonly Head[] | typeof ALL {
  switch (change.type) {
    case 'article':
      return versionsOf(change).map(headOf)
    case 'source':
      return catalogue.list('references', idOf(change))
    case 'site':
    case 'channel':
      return ALL
    default:
      return []
  }
}

/** From each touched article's head to the keys of the lists that print it, each once. */
export function touchedThrough(
  change: Change,
  catalogue: Catalogue,
  keysOf: (head: Head) => readonly string[],
): Touched {
  const heads = touchedHeads(change, catalogue)
  return heads === ALL ? ALL : [...new Set(heads.flatMap(keysOf))]
}

/** `''` for a change from nothing to nothing. */
export const idOf = ({ before, after }: Change): string => after?._id ?? before?._id ?? ''

export const isEverywhere = ({ type }: Change): boolean => type === 'site' || type === 'channel'
