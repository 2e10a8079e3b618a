/**
 * An original's page without disk, lake or process: the same pure functions in the same order.
 *
 *   pressOriginal(Buffer.from('题\n\n2024年06月02日08:30\n\n文。'))  →  '<!DOCTYPE html>…'
 *   pressOriginal(Buffer.from(''))                                →  undefined: refused
 */
import { createHash } from 'node:crypto'
import { answerTo } from '../../src/content/answers.ts'
import type { ArticlePage } from '../../src/content/article.ts'
import type { Documents } from '../../src/content/documents.ts'
import { articlePages } from '../content/articles.ts'
import { ARTICLES, PROFILES, SOURCES } from '../../src/content/queries.ts'
import { documentsOf } from '../../src/import/documents.ts'
import { parsePage } from '../../src/import/parse/page.ts'
import { articleView } from '../../src/site/views/article.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const STORED = { _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-01T00:00:00Z', _rev: 'r' }

export function pressOriginal(bytes: Uint8Array, file = 'a.txt'): string | undefined {
  const page = pressedPage(bytes, file)
  return page === undefined ? undefined : articleView(page).text
}

/** The same as the page's model, for whoever writes it otherwise than as HTML. */
export function pressedPage(bytes: Uint8Array, file = 'a.txt'): ArticlePage | undefined {
  const page = parsePage({ file, bytes, sha256: '' })
  if ('refused' in page) return undefined
  return articlePages(shelved(documentsOf(page, digest)), new Date())[0]
}

/** What the lake would answer once it has stored the documents: checked and typed by the site's own doorkeeper. */
function shelved(filed: readonly object[]): Documents {
  const stored: unknown = JSON.parse(JSON.stringify(filed.map((document) => ({ ...STORED, ...document }))))
  const all: unknown[] = Array.isArray(stored) ? stored : []
  const of = (type: string): unknown[] =>
    all.filter((one) => typeof one === 'object' && one !== null && '_type' in one && one._type === type)
  return {
    site: undefined,
    channels: [],
    sources: answerTo(SOURCES, of('source')),
    profiles: answerTo(PROFILES, of('profile')),
    pictures: [],
    articles: answerTo(ARTICLES, of('article')),
  }
}
