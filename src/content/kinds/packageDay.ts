/**
 * A day's articles in one file: what newsrooms and reference managers take in whole.
 *
 *   packageKind.keys(catalogue)                           →  ['2024-06-02/ninjs.json', '2024-06-02/newsml.xml', '2024-06-02/bib', '2024-06-02/csl.json', …]
 *   packageKind.address('2024-06-02/bib')                 →  '/days/2024/0602.bib'
 *   packageKind.model('2024-06-02/bib', catalogue)        →  { end: 'bib', site, day: '2024-06-02', address, items: [Head, …], pages: [ArticlePage, …] }
 *
 * A file a day, because a file for each article and format would double the work of a build.
 */
import { dayOf } from '../../text/dates.ts'
import type { ArticlePage } from '../article.ts'
import type { Head } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { idOf, isEverywhere, versionsOf } from '../touch.ts'
import { dayByDay } from './article.ts'
import { dayKind } from './day.ts'
import { pageOf } from './lastPage.ts'

const ENDS = ['ninjs.json', 'newsml.xml', 'bib', 'csl.json'] as const
export type PackageEnd = (typeof ENDS)[number]

export interface PackageModel {
  end: PackageEnd
  site: SiteModel
  day: string
  address: string
  items: readonly Head[]
  pages: readonly ArticlePage[]
}

export const packageAddress = (day: string, end: string): string => dayKind.address(day).replace(/\.html$/u, `.${end}`)

export const packagesOn = (day: string): string[] => ENDS.map((end) => `${day}/${end}`)

export const packageKind: PageKind<PackageModel> = {
  keys: (catalogue) => dayByDay(catalogue, packagesOn),
  address: (key) => {
    const [day = '', end = ''] = key.split('/')
    return packageAddress(day, end)
  },
  model: (key, catalogue) => {
    const [day = '', wanted = ''] = key.split('/')
    const end = ENDS.find((one) => one === wanted)
    const items = catalogue.list('day', day)
    if (end === undefined || items.length === 0) return undefined
    return {
      end,
      site: siteModel(catalogue),
      day,
      address: packageAddress(day, end),
      items,
      pages: items.flatMap(({ id }) => pageOf(id, catalogue) ?? []),
    }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    const articles = change.type === 'article' ? versionsOf(change) : catalogue.list('references', idOf(change))
    return [...new Set(articles.map(({ publishedAt }) => dayOf(publishedAt)))].flatMap(packagesOn)
  },
}
