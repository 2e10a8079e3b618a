/**
 * Which ids a document may have, and how one is made.
 *
 *   isValidId('drafts.article-1')  →  true        isValidId('a..b')  →  false
 *   isPrefix('article.')           →  true        completeId('article.')  →  'article.M5yxdnIFfo2xsqhUyZRVGZ'
 */
import { randomId } from '../random.ts'

/** The same rule as in @sanity/client: letters, digits, `_`, `-` and `.`, 128 signs at most. */
const ID = /^[a-z0-9_][a-z0-9_.-]{0,127}$/i

export function isValidId(id: string): boolean {
  return ID.test(id) && !id.includes('..') && !id.endsWith('.')
}

export function isPrefix(id: string): boolean {
  return id.endsWith('.') && isValidId(id.slice(0, -1))
}

export function completeId(id: unknown): string {
  if (typeof id !== 'string') return randomId()
  return id.endsWith('.') ? `${id}${randomId()}` : id
}
