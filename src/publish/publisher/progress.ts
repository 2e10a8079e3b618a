/**
 * How far a build is, in words for a log.
 *
 *   sayProgress({ what: 'articles', done: 4000, of: 10_000 })   →  'Drew 4,000 of 10,000 articles.'
 *   sayProgress({ what: 'files', done: 31_000 })                →  'Wrote 31,000 files.'
 */
import type { Progress } from '../builder.ts'

const DID = { documents: 'Fetched', articles: 'Drew', files: 'Wrote' } as const

export function sayProgress({ what, done, of }: Progress): string {
  const all = of === undefined ? '' : ` of ${of.toLocaleString('en')}`
  return `${DID[what]} ${done.toLocaleString('en')}${all} ${what}.`
}
