/**
 * What a transaction did, as those who listen and those who look back are told it.
 *
 *   { seq: 7, transactionId: 'trx7', at: '2026-11-23T…', author: 'lake', changes: [{ id: 'drafts.a', before, after, mutations }] }
 */
import type { JsonObject, LakeDocument } from '../json.ts'

export interface Change {
  readonly id: string
  /** `undefined`: it was not there. */
  readonly before: LakeDocument | undefined
  /** `undefined`: it is no longer there. */
  readonly after: LakeDocument | undefined
  /** Leads from `before` to `after` when applied by @sanity/mutator. */
  readonly mutations: readonly JsonObject[]
}

export interface Commit {
  readonly seq: number
  readonly transactionId: string
  readonly at: string
  /** The id of whoever made the change, see ../editor.ts. */
  readonly author: string
  readonly changes: readonly Change[]
}

export type CommitListener = (commit: Commit) => void
