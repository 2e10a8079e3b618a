/**
 * What a folder was made from, as publishing is told: all of it, or the last release's account with what has changed since.
 *
 *   wholeAccount(store)                      →  tables of every document, page and former address
 *   changedAccount(store, previous, touched) →  the same as costs what has changed, and no more
 */
import { ownerOf, redirectAt } from '../content/account.ts'
import type { Account, BuildRequest } from '../publish/builder.ts'
import { Table } from '../publish/release/table.ts'
import type { Store } from '../store/store.ts'
import type { Touched } from './changed.ts'

type Made = Omit<Account, 'template' | 'touched'>
type Manifest = NonNullable<BuildRequest['previous']>['manifest']

export function wholeAccount(store: Store): Made {
  const { documents, redirects, ...account } = store.account()
  return { ...account, documents: tableOf(documents), redirects: tableOf(redirects) }
}

const tableOf = <Value>(record: Readonly<Record<string, Value>>): Table<Value> => Table.of(Object.entries(record))

export function changedAccount(store: Store, { documents, redirects }: Manifest, touched: Touched): Made {
  const { catalogue } = store
  const pages: Record<string, string> = {}
  const moved: [string, string | undefined][] = []
  for (const [address, places] of touched) {
    const owner = first(places, (place) => ownerOf(place, catalogue))
    if (owner !== undefined) pages[address] = owner
    const to = first(places, (place) => redirectAt(place, catalogue))
    if (to !== undefined || redirects.has(address)) moved.push([address, to])
  }
  return { ...store.words(), documents: documents.with(store.changed()), pages, redirects: redirects.with(moved) }
}

/** Of the touched addresses those with another owner, or no longer a page that was carried over for a document in quarantine. */
export function othersOwned(pages: Made['pages'], touched: Touched, { files }: Manifest): Set<string> {
  const isOther = (address: string): boolean => {
    const record = files.get(address)
    return record !== undefined && (record.document !== pages[address] || record.stale === true)
  }
  return new Set([...touched.keys()].filter(isOther))
}

function first<Place, Found>(places: readonly Place[], find: (place: Place) => Found | undefined): Found | undefined {
  for (const place of places) {
    const found = find(place)
    if (found !== undefined) return found
  }
  return undefined
}
