/**
 * The page of an article, made once for whatever stands beside it: its own page, its forms, its versions, its day's packages.
 *
 *   pageAt('/2024/0602/a1.html', catalogue)  →  ArticlePage; undefined where no article is printed
 *   pageOf('article-a', catalogue)           →  the same by its id
 *
 * The last ones are kept: what is made of articles is drawn day by day (../pages.ts), so that each is read once. Not many: what outlives
 * the youngest generation of objects is cleared away late, and 100 of them cost a build 150 MB.
 */
import { articlePage, type ArticlePage } from '../article.ts'
import type { Catalogue } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { foldAddress } from '../entries.ts'

interface Made {
  article: ArticleDocument
  page: ArticlePage
}

/** More than most days have. */
const MOST = 24

const MADE = new WeakMap<Catalogue, Map<string, Made | undefined>>()

export function madeOf(id: string, catalogue: Catalogue): Made | undefined {
  const made = MADE.get(catalogue) ?? new Map<string, Made | undefined>()
  MADE.set(catalogue, made)
  if (made.has(id)) return made.get(id)
  if (made.size >= MOST) for (const [first] of made.entries().take(1)) made.delete(first)
  const article = catalogue.article(id)
  const one = article === undefined ? undefined : { article, page: articlePage(article, catalogue) }
  made.set(id, one)
  return one
}

/** The document alone, from the page where that was made lately. */
export const articleOf = (id: string, catalogue: Catalogue): ArticleDocument | undefined =>
  MADE.get(catalogue)?.get(id)?.article ?? catalogue.article(id)

export const pageOf = (id: string, catalogue: Catalogue): ArticlePage | undefined => madeOf(id, catalogue)?.page

export function pageAt(address: string, catalogue: Catalogue): ArticlePage | undefined {
  const head = catalogue.list('address', foldAddress(address)).find((one) => one.address === address && !one.withdrawn)
  return head === undefined ? undefined : pageOf(head.id, catalogue)
}
