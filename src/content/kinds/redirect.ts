/**
 * What stands at an address that an article had before: the way to where it stands now, in one hop however often it moved.
 *
 *   redirectKind.model('/2023/old.html', catalogue)  →  { address: '/2023/old.html', to: { text: '把渠修到田头', href: '/2024/0602/a1.html' } }
 */
import type { Catalogue, Head } from '../catalogue.ts'
import { ALL, type PageKind } from '../kind.ts'
import { canonicalOf, hrefOf, type Link } from '../links.ts'
import { siteModel, type SiteModel } from '../site.ts'
import { isEverywhere } from '../touch.ts'
import { addressesOf, addressesTouched, holderOf } from './addresses.ts'

export interface RedirectPage {
  site: SiteModel
  address: string
  to: Link
  canonical?: string | undefined
}

export const redirectKind: PageKind<RedirectPage> = {
  keys: (catalogue) => {
    const moved = catalogue.tallies('former').flatMap(({ key }) => catalogue.list('former', key))
    const addresses = moved.flatMap(({ id }) => [catalogue.article(id) ?? []].flat().flatMap(addressesOf))
    return new Set(addresses.filter((address) => movedFrom(address, catalogue) !== undefined))
  },
  address: (key) => key,
  model: (key, catalogue) => {
    const head = movedFrom(key, catalogue)
    if (head === undefined) return undefined
    const site = siteModel(catalogue)
    return {
      site,
      address: key,
      to: { text: head.title, href: hrefOf(head.address) },
      canonical: canonicalOf(site.origin, head.address),
    }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    return change.type === 'article' ? addressesTouched(change, catalogue) : []
  },
}

function movedFrom(address: string, catalogue: Catalogue): Head | undefined {
  const holder = holderOf(address, catalogue)
  return holder?.former === true && !holder.head.withdrawn ? holder.head : undefined
}
