/**
 * Each kind of file for machines, from its model to its text.
 *
 *   formText('md', page)            →  '---\ntitle: …'
 *   feedText({ end: 'rss.xml', … })  →  '<?xml version="1.0" …?>\n…<rss …'
 */
import type { FeedModel } from '../content/kinds/feed.ts'
import type { Form } from '../content/kinds/form.ts'
import type { GuideModel } from '../content/kinds/guide.ts'
import type { LedgerModel } from '../content/kinds/ledger.ts'
import type { PackageModel } from '../content/kinds/packageDay.ts'
import type { SitemapModel } from '../content/kinds/sitemap.ts'
import type { VersionModel } from '../content/kinds/version.ts'
import type { ArticlePage } from '../content/article.ts'
import { atomFeed } from './atom.ts'
import { bibtex } from './bibtex.ts'
import { cslItem } from './csl.ts'
import { FEED_CSS } from './feedStyle.ts'
import { jsonFeed } from './jsonFeed.ts'
import { ledger } from './ledger.ts'
import { llmsText } from './llms.ts'
import { articleMarkdown } from './markdown.ts'
import { timeMap, timeMapJson } from './memento.ts'
import { newsmlMessage } from './newsml.ts'
import { ninjsItem, ninjsPackage } from './ninjs.ts'
import { oembed } from './oembed.ts'
import { referenceOf } from './reference.ts'
import { rssFeed } from './rss.ts'
import { monthSitemap, newsSitemap, sitemapIndex } from './sitemap.ts'
import { articleText } from './text.ts'

const json = (value: object): string => `${JSON.stringify(value)}\n`

/** The page to cite from is HTML, which the site draws. */
type Written = Exclude<Form, 'cite.html'>

const FORMS: Record<Written, (page: ArticlePage) => string> = {
  txt: articleText,
  md: articleMarkdown,
  'ninjs.json': (page) => json(ninjsItem(page)),
  'oembed.json': (page) => json(oembed(page)),
}

export const formText = (form: Written, page: ArticlePage): string => FORMS[form](page)

const FEEDS = { 'rss.xml': rssFeed, 'atom.xml': atomFeed, 'feed.json': jsonFeed } as const

export const feedText = ({ end, ...feed }: FeedModel): string => FEEDS[end](feed)

export function sitemapText({ key, site, files, pages }: SitemapModel): string {
  if (key === 'index') return sitemapIndex(site, files)
  return key === 'news' ? newsSitemap(site, pages) : monthSitemap(site, pages)
}

export function packageText({ end, site, day, items, pages, address }: PackageModel): string {
  switch (end) {
    case 'ninjs.json':
      return json(ninjsPackage(site, day, items, address))
    case 'newsml.xml':
      return newsmlMessage(site, pages)
    case 'bib':
      return pages.map((page) => bibtex(referenceOf(page))).join('\n')
    case 'csl.json':
      return json(pages.map((page) => cslItem(referenceOf(page))))
  }
}

export const timeMapText = (
  form: 'timemap.link' | 'timemap.json',
  { page, versions }: Pick<VersionModel, 'page' | 'versions'>,
): string => (form === 'timemap.link' ? timeMap(page, versions) : json(timeMapJson(page, versions)))

export const ledgerText = ({ site, year, corrected, withdrawn }: LedgerModel): string =>
  json(ledger(site, year, corrected, withdrawn))

export const guideText = ({ address, site, newest }: GuideModel): string =>
  address === '/llms.txt' ? llmsText(site, newest) : FEED_CSS
