/**
 * What stands at every address that a withdrawn article has or had: the reason and the date, and not a word of the article.
 *
 *   tombstoneKind.model('/2024/0602/a1.html', catalogue)  →  { address, date: '2024年6月9日', reason: '事实有误' }
 */
import { formatDay } from '../../text/dates.ts'
import type { Catalogue, Head } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'
import { addressesOf, addressesTouched, holderOf } from './addresses.ts'

export interface TombstonePage {
  site: SiteModel
  address: string
  date?: string | undefined
  reason?: string | undefined
}

export const tombstoneKind: PageKind<TombstonePage> = {
  keys: (catalogue) => {
    const withdrawn = catalogue.tallies('withdrawn').flatMap(({ key }) => catalogue.list('withdrawn', key))
    const articles = withdrawn.flatMap(({ id }) => catalogue.article(id) ?? [])
    return new Set(articles.flatMap(addressesOf).filter((address) => buriedAt(address, catalogue) !== undefined))
  },
  address: (key) => key,
  model: (key, catalogue) => {
    const head = buriedAt(key, catalogue)
    if (head === undefined) return undefined
    const { date, reason } = catalogue.article(head.id)?.withdrawn ?? {}
    return { site: siteModel(catalogue), address: key, date: date === undefined ? undefined : formatDay(date), reason }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? addressesTouched(change, catalogue) : []
  },
}

function buriedAt(address: string, catalogue: Catalogue): Head | undefined {
  const head = holderOf(address, catalogue)?.head
  return head?.withdrawn === true ? head : undefined
}
