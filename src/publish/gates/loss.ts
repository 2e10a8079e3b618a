/**
 * No page goes by accident: each page that is missing is one whose document the lake, asked again, says is deleted, moved or held back.
 *
 *   20 articles missing, the lake still holds them   →  stop: expected 20 pages … found …
 */
import { isPage } from '../release/manifest.ts'
import type { Gate, Scene } from './finding.ts'

/** Pages of lists may come and go with what they list. */
const LISTS = { few: 5, share: 0.1, each: 10 } as const
/** More deletions at once than an editor makes by hand need a person's word. */
const DELETIONS = { few: 20, share: 0.2 } as const

export const lossGate: Gate = async ({ draft, account, previous, stillThere, force }: Scene) => {
  if (previous === undefined || force) return []
  const old = previous.manifest.files
  const pages = draft.gone.filter(isPage)
  if (pages.length === 0) return []
  const missing = pages.filter((path) => {
    const document = old.get(path)?.document
    return document !== undefined && !account.documents.has(document)
  })
  const ids = [...new Set(missing.flatMap((path) => old.get(path)?.document ?? []))]
  const there = ids.length === 0 ? [] : await stillThere(ids)
  if (there.length > 0)
    return [
      {
        stop: `expected the pages of ${there.length} documents that the lake holds, found them missing from the build (${there.slice(0, 3).join(', ')}); the answers were not whole: publishing is tried again`,
      },
    ]
  const before = previous.manifest.documents.size
  const few = Math.floor(Math.max(DELETIONS.few, before * DELETIONS.share))
  if (ids.length > few)
    return [
      {
        stop: `expected at most ${few} of ${before} documents deleted at once, found ${ids.length}; if that is meant, run: npm run zebian -- publish --force`,
      },
    ]
  const lists = pages.filter((path) => old.get(path)?.document === undefined).length
  const least = LISTS.few + ids.length * LISTS.each
  if (lists <= least) return []
  const allLists = old.entries().filter(([path, { document }]) => document === undefined && isPage(path))
  const most = least + allLists.toArray().length * LISTS.share
  if (lists <= most) return []
  return [
    {
      stop: `expected at most ${Math.floor(most)} list pages to go with ${ids.length} deletions, found ${lists} gone (${pages.slice(0, 3).join(', ')}); if that is meant, run: npm run zebian -- publish --force`,
    },
  ]
}
