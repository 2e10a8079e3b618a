/**
 * A draft, drawn by the site's own model and view: the page that its reader will get.
 *
 *   previewHtml(draft, documents)  →  '<!doctype html>… <article>…</article> …', the article to the byte what the build writes
 *
 * Never throws on a draft, however unfinished.
 */
import { articlePage, type ArticlePage } from '../../../src/content/article.ts'
import { headRuns } from '../../../src/content/credits.ts'
import type { ArticleDocument, Documents } from '../../../src/content/documents.ts'
import { shelve, type Shelf } from '../../../src/content/shelf.ts'
import { articleView } from '../../../src/site/views/article.ts'
import { tombstoneView } from '../../../src/site/views/notice.ts'
import { formatDay } from '../../../src/text/dates.ts'
import { draftArticle } from './draft.ts'

/** The draft and the documents that it refers to in, a whole page out. */
export function previewHtml(draft: unknown, documents: Documents): string {
  const { article, dated } = draftArticle(draft)
  const shelf = shelve({ ...documents, articles: documents.articles.filter(isPrinted) })
  if (article.withdrawn !== undefined) return tombstone(article, article.withdrawn, shelf)
  const page = articlePage(article, shelf)
  return articleView(dated ? page : withoutDate(page, article, shelf)).text
}

/** Pages link only to articles that can be read. */
const isPrinted = ({ withdrawn, embargo }: ArticleDocument): boolean =>
  withdrawn === undefined && (embargo === undefined || Date.parse(embargo) <= Date.now())

function withoutDate(page: ArticlePage, article: ArticleDocument, shelf: Shelf): ArticlePage {
  return { ...page, publishedAt: '', head: headRuns(article, shelf, ''), data: {} }
}

function tombstone(
  { address }: ArticleDocument,
  { date, reason }: NonNullable<ArticleDocument['withdrawn']>,
  { site }: Shelf,
): string {
  return tombstoneView({ site, address, date: date === undefined ? undefined : formatDay(date), reason }).text
}
