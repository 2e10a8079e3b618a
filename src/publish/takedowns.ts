/**
 * What a new release takes away that an older one has.
 *
 *   takedownsOf(older, newer)   →  [{ document: 'article-a', address: '/2024/0602/a1.html', kind: 'withdrawn' }]
 *
 * Moved pages and held ones are no takedowns: their documents still stand in the newer release's list.
 */
import type { Manifest } from './release/manifest.ts'
import type { Takedown } from './release/takedown.ts'

export function takedownsOf(older: Manifest, newer: Manifest): Takedown[] {
  const before = new Set(older.tombstones)
  const tombs = new Set(newer.tombstones.filter((address) => !before.has(address)))
  const refused = new Set(newer.quarantined.map(({ document }) => document))
  return [...newer.files.differing(older.files)].flatMap((address): Takedown[] => {
    const document = older.files.get(address)?.document
    if (document === undefined || refused.has(document)) return []
    if (!newer.documents.has(document)) return [{ document, address, kind: 'deleted' }]
    return tombs.has(address) ? [{ document, address, kind: 'withdrawn' }] : []
  })
}
