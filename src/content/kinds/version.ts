/**
 * An article's versions, each beside its page: the list with what changed, the TimeMap in two forms, a page for each version.
 *
 *   versionKind.address('/2024/0602/a1.versions.html')           →  '/2024/0602/a1.versions.html'
 *   versionKind.model('/2024/0602/a1.timemap.json', catalogue)   →  { form: 'timemap.json', page: ArticlePage, versions: [Version, Version] }
 *   versionKind.model('/2024/0602/a1.20240605090000.html', …)    →  { form: 'version', version: Version, … }
 *
 * An article that has been the same since it came out has none of these.
 */
import { articlePage, type ArticlePage } from '../article.ts'
import type { Catalogue } from '../catalogue.ts'
import { ALL, type Change, type PageKind } from '../kind.ts'
import { idOf, isEverywhere, versionsOf } from '../touch.ts'
import { historyOf, stampOf, stampsOf, type Version } from '../versions.ts'
import { addressesTouched } from './addresses.ts'
import { pageAt } from './lastPage.ts'

const LISTS = ['versions.html', 'timemap.link', 'timemap.json'] as const
type List = (typeof LISTS)[number]

export type VersionModel = { page: ArticlePage; versions: readonly Version[] } & (
  | { form: List }
  | { form: 'version'; version: Version }
)

/** `listAddress('/2024/0602/a1.html', 'timemap.json')` → `/2024/0602/a1.timemap.json` */
export const listAddress = (address: string, list: List): string => address.replace(/\.html$/u, `.${list}`)

/** `versionAddress('/2024/0602/a1.html', version)` → `/2024/0602/a1.20240605090000.html` */
export const versionAddress = (address: string, version: Pick<Version, 'at'>): string =>
  stampAddress(address, stampOf(version))

const stampAddress = (address: string, stamp: string): string => address.replace(/\.html$/u, `.${stamp}.html`)

const FORM = /^(.+)\.(versions\.html|timemap\.link|timemap\.json|\d{14}\.html)$/u

/** `articleOfVersion('/2024/0602/a1.timemap.json')` → `/2024/0602/a1.html`; any other address comes back as it is. */
export const articleOfVersion = (address: string): string => address.replace(FORM, '$1.html')

export const versionKind: PageKind<VersionModel> = {
  keys: function* keys(catalogue) {
    for (const id of catalogue.versioned()) {
      const article = catalogue.article(id)
      if (article === undefined || article.withdrawn !== undefined) continue
      const page = articlePage(article, catalogue)
      const versions = historyOf(page, catalogue)
      if (versions.length === 0) continue
      for (const list of LISTS) yield listAddress(page.address, list)
      for (const version of versions) yield versionAddress(page.address, version)
    }
  },
  address: (key) => key,
  model: (key, catalogue) => {
    const end = FORM.exec(key)?.[2]
    const page = end === undefined ? undefined : pageAt(articleOfVersion(key), catalogue)
    const versions = page === undefined ? [] : historyOf(page, catalogue)
    if (page === undefined || versions.length === 0) return undefined
    const form = LISTS.find((list) => list === end)
    if (form !== undefined) return { form, page, versions }
    const version = versions.find((one) => end === `${stampOf(one)}.html`)
    return version === undefined ? undefined : { form: 'version', version, page, versions }
  },
  touched: (change, catalogue) => {
    if (isEverywhere(change)) return ALL
    const referring = catalogue.list('references', idOf(change)).flatMap(({ id, address }) => {
      const article = catalogue.article(id)
      return article === undefined ? [] : addressesFor(address, stampsOfArticle(id, [article], catalogue))
    })
    return [...new Set([...(change.type === 'article' ? ownTouched(change, catalogue) : []), ...referring])]
  },
}

function ownTouched(change: Extract<Change, { type: 'article' }>, catalogue: Catalogue): string[] {
  const stamps = stampsOfArticle(idOf(change), versionsOf(change), catalogue)
  return addressesTouched(change, catalogue).flatMap((address) => addressesFor(address, stamps))
}

function stampsOfArticle(id: string, documents: Parameters<typeof stampsOf>[1], catalogue: Catalogue): string[] {
  const kept = catalogue.versions(id)
  return kept.length === 0 ? [] : stampsOf(kept, documents)
}

const addressesFor = (address: string, stamps: readonly string[]): string[] =>
  stamps.length === 0
    ? []
    : [...LISTS.map((list) => listAddress(address, list)), ...stamps.map((stamp) => stampAddress(address, stamp))]
