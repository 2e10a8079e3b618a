/**
 * The articles' pages alone, newest first.
 *
 *   articlePages(documents, new Date())[0]?.title  →  '把渠修到田头'
 */
import type { Documents } from '../../src/content/documents.ts'
import type { ArticleModel } from '../../src/content/kinds/article.ts'
import { KINDS } from '../../src/content/kinds/all.ts'
import { openArchive, placesOf } from '../../src/content/pages.ts'

export function articlePages(documents: Documents, now: Date): ArticleModel[] {
  const catalogue = openArchive(documents, now)
  return placesOf('article', catalogue).flatMap(({ key }) => KINDS.article.model(key, catalogue) ?? [])
}
