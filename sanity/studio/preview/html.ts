/**
 * A draft, drawn by the site's own model and view: the page that its reader will get.
 *
 *   previewHtml(draft, documents)  →  '<!doctype html>… <article>…</article> …', the article to the byte what the build writes
 *
 * Never throws on a draft, however unfinished.
 */
import { articlePage, type ArticlePage } from '../../../src/content/article.ts'
import { headRuns } from '../../../src/content/credits.ts'
import type { Catalogue } from '../../../src/content/catalogue.ts'
import type { ArticleDocument, Documents } from '../../../src/content/documents.ts'
import { catalogueOf } from '../../../src/content/memory.ts'
import { siteModel } from '../../../src/content/site.ts'
import { articleView } from '../../../src/site/views/article.ts'
import { tombstoneView } from '../../../src/site/views/notice.ts'
import { formatDay } from '../../../src/text/dates.ts'
import { draftArticle } from './draft.ts'

/** The draft and the documents that it refers to in, a whole page out. */
export function previewHtml(draft: unknown, documents: Documents): string {
  const { article, dated } = draftArticle(draft)
  const catalogue = catalogueOf(documents, new Date())
  if (article.withdrawn !== undefined) return tombstone(article, article.withdrawn, catalogue)
  const page = articlePage(article, catalogue)
  return articleView(dated ? page : withoutDate(page, article, catalogue)).text
}

function withoutDate(page: ArticlePage, article: ArticleDocument, catalogue: Catalogue): ArticlePage {
  return { ...page, publishedAt: '', head: headRuns(article, catalogue, ''), data: {} }
}

function tombstone(
  { address }: ArticleDocument,
  { date, reason }: NonNullable<ArticleDocument['withdrawn']>,
  catalogue: Catalogue,
): string {
  return tombstoneView({
    site: siteModel(catalogue),
    address,
    date: date === undefined ? undefined : formatDay(date),
    reason,
  }).text
}
