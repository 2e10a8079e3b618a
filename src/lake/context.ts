/**
 * What every endpoint is given: the opened lake's settings and store, and the call it answers.
 *
 *   { context: { dataset: 'production', store, … }, call: { apiVersion: '2025-02-19', names: { ids: 'a,b' }, … } }
 */
import type { Store } from './store/store.ts'

export interface LakeContext {
  readonly store: Store
  readonly projectId: string
  readonly dataset: string
  readonly publicUrl: string
  /** Registers the end of something that outlives its answer, for when the lake closes. Returns the way to forget it. */
  readonly onClose: (end: () => void) => () => void
  readonly now: () => Date
}

export interface Call {
  readonly request: Request
  readonly url: URL
  /** '1', 'X' or a date; some defaults hang on it. */
  readonly apiVersion: string
  /** The named segments of the endpoint's path. */
  readonly names: Readonly<Record<string, string>>
}

export type Endpoint = (context: LakeContext, call: Call) => Response | Promise<Response>

/** A line of the table of endpoints. */
export type Line = readonly [methods: readonly string[], path: string, endpoint: Endpoint]
