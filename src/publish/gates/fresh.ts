/**
 * Nothing stale: each announced revision is in the release or a newer one is, and no document is older than readers have it.
 *
 *   announced { a: { revision: 'r2', at: … } }, built from a at r1   →  stop: expected revision r2 of a, found r1 …
 */
import { isAsNew } from '../builder.ts'
import type { Gate } from './finding.ts'

export const freshGate: Gate = ({ account, previous, want, force }) => {
  const refused = new Set(account.quarantined.map(({ document }) => document))
  for (const [document, said] of Object.entries(want.announced)) {
    const found = account.documents.get(document)
    if (refused.has(document) || isAsNew(found, said)) continue
    return [
      {
        stop: `expected revision ${said.revision ?? '(deleted)'} of ${document} in the release, found ${found?.[0] ?? 'no such document'}; the API answers with an older state: publishing is tried again`,
      },
    ]
  }
  if (force) return []
  if (previous === undefined) return []
  const old = previous.manifest.documents
  for (const document of account.documents.differing(old)) {
    const [before, updatedAt] = [old.get(document), account.documents.get(document)?.[1]]
    if (before !== undefined && updatedAt !== undefined && Date.parse(updatedAt) < Date.parse(before[1]))
      return [
        {
          stop: `expected ${document} as of ${before[1]} or later, as readers have it, found it as of ${updatedAt}; if an older state was restored on purpose, run: npm run zebian -- publish --force`,
        },
      ]
  }
  return []
}
