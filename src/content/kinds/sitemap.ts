/**
 * The sitemaps: an index, a file for each month, one for Google News.
 *
 *   sitemapKind.keys(catalogue)                →  ['index', 'news', '2024-06', '2024-05', …]
 *   sitemapKind.address('2024-06')             →  '/sitemaps/2024-06.xml'
 *   sitemapKind.model('2024-06', catalogue)    →  { site, pages: [{ address, updatedAt, title, publishedAt }] }
 *
 * None without an address of the site. Only articles that search engines may show. News is what came out within two days of the
 * newest article, a function of the content alone; Google passes over what is older than two days when it comes.
 */
import type { Catalogue, Head } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { monthOf } from '../entries.ts'
import { ALL, type PageKind } from '../kind.ts'
import { updatedAt } from '../record.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere, versionsOf } from '../touch.ts'
import { articleOf } from './lastPage.ts'

export interface SitemapModel {
  key: string
  site: SiteModel
  /** Of the index: the files. */
  files: string[]
  pages: { address: string; updatedAt: string; title: string; publishedAt: string }[]
}

const TWO_DAYS = 2 * 86_400_000
/** Google's limit of a news file. */
const MOST_NEWS = 1000

const addressOf = (key: string): string => (key === 'index' ? '/sitemap.xml' : `/sitemaps/${key}.xml`)

/** Newest first. */
const monthsIn = (catalogue: Catalogue): string[] =>
  [...new Set(catalogue.tallies('day').map(({ key }) => key.slice(0, 7)))].toReversed()

export const sitemapKind: PageKind<SitemapModel> = {
  keys: (catalogue) => (siteModel(catalogue).origin === undefined ? [] : ['index', 'news', ...monthsIn(catalogue)]),
  address: addressOf,
  model: (key, catalogue) => {
    const site = siteModel(catalogue)
    const months = monthsIn(catalogue)
    if (site.origin === undefined || !['index', 'news', ...months].includes(key)) return undefined
    return {
      key,
      site,
      files: key === 'index' ? ['news', ...months].map(addressOf) : [],
      pages: key === 'index' ? [] : headsOf(key, catalogue).flatMap((head) => listed(head, site, catalogue)),
    }
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    if (change.type !== 'article') return []
    return ['index', 'news', ...new Set(versionsOf(change).map(({ publishedAt }) => monthOf(publishedAt)))]
  },
}

function headsOf(key: string, catalogue: Catalogue): readonly Head[] {
  if (key !== 'news') return catalogue.tallies('day', key).flatMap((day) => catalogue.list('day', day.key))
  const newest = catalogue.list('all', '', MOST_NEWS)
  const since = Date.parse(newest[0]?.publishedAt ?? '') - TWO_DAYS
  return newest.filter(({ publishedAt }) => Date.parse(publishedAt) >= since)
}

type Listed = SitemapModel['pages'][number]

/** Kept with what else is told of the article, where that is kept. */
export const tellSitemap = (head: Head, catalogue: Catalogue): void =>
  void listed(head, siteModel(catalogue), catalogue)

function listed({ id }: Head, site: SiteModel, catalogue: Catalogue): Listed[] {
  const make = (): Listed[] => {
    const article = articleOf(id, catalogue)
    if (article === undefined || !isOpen(article, site)) return []
    const { address, title, publishedAt } = article
    return [{ address, updatedAt: updatedAt(article), title, publishedAt }]
  }
  if (catalogue.kept === undefined) return make()
  const pages: Listed[] = JSON.parse(catalogue.kept(id, 'sitemap', () => JSON.stringify(make())))
  return pages
}

const isOpen = ({ rights }: ArticleDocument, site: SiteModel): boolean =>
  (rights?.permission ?? site.permission) !== 'none'
