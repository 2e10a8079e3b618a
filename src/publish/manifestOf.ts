/**
 * What a draft would be sealed as, before it has a number.
 *
 *   manifestOf(draft, account, previous)   →  { id: '', madeAt: '', template: '3f9a…', pages: 61, files: …, … }
 *   isSame(manifest, previous.manifest)    →  true: but for number and instant, nothing is another
 */
import type { Account } from './builder.ts'
import { sizesOf } from './figures.ts'
import type { Draft, Previous } from './release/draft.ts'
import { countPages, type Manifest } from './release/manifest.ts'

export function manifestOf({ files }: Draft, account: Account, previous: Previous | undefined): Manifest {
  const before = previous?.manifest
  const { template, documents, tombstones, redirects, quarantined, next, figured } = account
  return {
    id: '',
    madeAt: '',
    template,
    pages: countPages(files, before),
    documents: before === undefined ? documents : documents.upon(before.documents),
    files,
    tombstones,
    redirects: before === undefined ? redirects : redirects.upon(before.redirects),
    quarantined,
    taken: 0,
    ...(figured === undefined ? {} : { sizes: sizesOf(files, figured, before) }),
    ...(next === undefined ? {} : { next }),
  }
}

export const isSame = (one: Manifest, other: Manifest): boolean =>
  wordsOf(one) === wordsOf(other) &&
  one.documents === other.documents &&
  one.files === other.files &&
  one.redirects === other.redirects

const wordsOf = ({ template, tombstones, quarantined, next }: Manifest): string =>
  JSON.stringify([template, tombstones, quarantined, next])
