/**
 * How publishing stands, in one small file that the Studio's badge, /health and whoever is on call read.
 *
 *   { "state": "failed", "since": "2026-…Z", "release": "000042", "waiting": 3, "error": "expected … found …", "quarantined": [] }
 */
import type { Progress } from '../builder.ts'
import type { Quarantined } from '../release/manifest.ts'

/** `live`: readers have all that is known; `held`: rolled back by hand, nothing goes live by itself. */
type State = 'live' | 'waiting' | 'building' | 'failed' | 'held'

export interface Status {
  state: State
  /** ISO instant since which it is so. */
  since: string
  /** Number of the release that readers have, and the instant at which it was made. */
  release: string | undefined
  madeAt: string | undefined
  /** Hooks that are not on the site yet. */
  waiting: number
  /** Of a build that takes longer. */
  progress: Progress | undefined
  error: string | undefined
  quarantined: readonly Quarantined[]
}

/** What has happened since the process began, for those who draw curves. */
export interface Counts {
  releases: number
  unchanged: number
  failures: number
  differences: number
  /** Milliseconds of the last release, by part. */
  parts: Readonly<Record<string, number>>
}

export const openCounts = (): Counts => ({ releases: 0, unchanged: 0, failures: 0, differences: 0, parts: {} })

export const openStatus = (now: Date): Status => ({
  state: 'waiting',
  since: now.toISOString(),
  release: undefined,
  madeAt: undefined,
  waiting: 0,
  progress: undefined,
  error: undefined,
  quarantined: [],
})
