/**
 * What a draft would be sealed as, before it has a number.
 *
 *   manifestOf(draft, account)    →  { format: 1, id: '', madeAt: '', template: '3f9a…', files: { … }, … }
 *   isSame(manifest, previous)    →  true: but for number and instant, nothing is another
 */
import type { Account } from './builder.ts'
import type { Draft } from './release/draft.ts'
import type { Manifest } from './release/manifest.ts'

export function manifestOf({ files }: Draft, account: Account): Manifest {
  return {
    format: 1,
    id: '',
    madeAt: '',
    template: account.template,
    documents: account.documents,
    files,
    tombstones: account.tombstones,
    redirects: account.redirects,
    quarantined: account.quarantined,
    taken: 0,
    ...(account.next === undefined ? {} : { next: account.next }),
  }
}

export function isSame(one: Manifest, other: Manifest): boolean {
  const nameless = { id: '', madeAt: '', taken: 0 }
  return JSON.stringify({ ...one, ...nameless }) === JSON.stringify({ ...other, ...nameless })
}
