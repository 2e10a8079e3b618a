/**
 * The page for addresses that lead nowhere: servers send it with status 404.
 *
 *   notFoundKind.model('', catalogue)  →  { site, years: [{ text: '2024年', href: '/days/2024.html' }, …] }
 */
import { formatDate } from '../../text/dates.ts'
import { monthsOf } from '../calendar.ts'
import { ALL, type PageKind } from '../kind.ts'
import { yearAddress, type Link } from '../links.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'

export interface NotFoundPage {
  site: SiteModel
  /** Newest first. */
  years: Link[]
}

export const notFoundKind: PageKind<NotFoundPage> = {
  keys: () => [''],
  address: () => '/404.html',
  model: (_key, catalogue) => {
    const years = monthsOf(catalogue.tallies('day'), 4).toReversed()
    return {
      site: siteModel(catalogue),
      years: years.map(({ key }) => ({ text: formatDate(key), href: yearAddress(key) })),
    }
  },
  touched: (change) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? [''] : []
  },
}
