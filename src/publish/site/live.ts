/**
 * Which revision of each article stands on the site, all in one: for Studios that were built before it was told by month.
 *
 *   liveIn(manifest)   →  { 'article-a': 'rev1', … }
 */
import type { Manifest } from '../release/manifest.ts'

export function liveIn({ files, documents, tombstones }: Manifest): Record<string, string> {
  const withdrawn = new Set(tombstones)
  const shown = files.entries().flatMap(([address, { document, stale }]) => {
    const revision = document === undefined ? undefined : documents.get(document)?.[0]
    const isLive = revision !== undefined && stale !== true && !withdrawn.has(address)
    return isLive ? [[document, revision] as const] : []
  })
  return Object.fromEntries(shown)
}
