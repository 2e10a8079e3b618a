/**
 * The page of an article by its address, for whatever stands beside it.
 *
 *   pageAt('/2024/0602/a1.html', catalogue)  →  ArticlePage; undefined where no article is printed
 *
 * Only the last one is kept: forms and versions are drawn article by article.
 */
import { articlePage, type ArticlePage } from '../article.ts'
import type { Catalogue } from '../catalogue.ts'
import { foldAddress } from '../entries.ts'

const LAST = new WeakMap<Catalogue, { address: string; page: ArticlePage | undefined }>()

export function pageAt(address: string, catalogue: Catalogue): ArticlePage | undefined {
  const last = LAST.get(catalogue)
  if (last?.address === address) return last.page
  const head = catalogue.list('address', foldAddress(address)).find((one) => one.address === address && !one.withdrawn)
  const article = head === undefined ? undefined : catalogue.article(head.id)
  const page = article === undefined ? undefined : articlePage(article, catalogue)
  LAST.set(catalogue, { address, page })
  return page
}
