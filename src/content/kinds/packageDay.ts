/**
 * A day's articles as one ninjs package, each by reference to its own item.
 *
 *   packageKind.address('2024-06-02')           →  '/days/2024/0602.ninjs.json'
 *   packageKind.model('2024-06-02', catalogue)  →  { site, day: '2024-06-02', address, items: [{ id, address, title, publishedAt }] }
 */
import type { Head } from '../catalogue.ts'
import type { PageKind } from '../kind.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { dayOf } from '../../text/dates.ts'
import { dayKind } from './day.ts'
import { touchedThrough } from '../touch.ts'

export interface PackageModel {
  site: SiteModel
  day: string
  address: string
  items: readonly Head[]
}

const addressOf = (day: string): string => dayKind.address(day).replace(/\.html$/u, '.ninjs.json')

export const packageKind: PageKind<PackageModel> = {
  keys: dayKind.keys,
  address: addressOf,
  model: (day, catalogue) => {
    const items = catalogue.list('day', day)
    return items.length === 0 ? undefined : { site: siteModel(catalogue), day, address: addressOf(day), items }
  },
  touched: (change, catalogue) => touchedThrough(change, catalogue, ({ publishedAt }) => [dayOf(publishedAt)]),
}
