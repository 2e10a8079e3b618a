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
  // Most publishes take nothing away: then none of the tens of thousands of files is looked at.
  const isGone = (document: string): boolean => !Object.hasOwn(newer.documents, document) && !refused.has(document)
  const shown = [...Object.keys(older.documents), ...older.quarantined.map(({ document }) => document)]
  if (tombs.size === 0 && !shown.some(isGone)) return []
  return Object.entries(older.files).flatMap(([address, { document }]): Takedown[] => {
    if (document === undefined || refused.has(document)) return []
    if (isGone(document)) return [{ document, address, kind: 'deleted' }]
    return tombs.has(address) ? [{ document, address, kind: 'withdrawn' }] : []
  })
}
