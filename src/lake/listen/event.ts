/**
 * A commit as one listener is told it: an event for each document that it asked for, before or after.
 *
 *   mutationEvents(commit, matches, { includeResult: true, … })
 *   →  [{ event: 'mutation', id: 'trx7#a', data: { documentId: 'a', transition: 'update', previousRev, resultRev, … } }]
 */
import type { JsonObject, LakeDocument } from '../json.ts'
import type { Change, Commit } from '../store/commit.ts'
import { diff } from '../store/diff.ts'
import type { DocumentFilter } from './filter.ts'
import type { ServerEvent } from './stream.ts'

export interface ListenOptions {
  readonly includeResult: boolean
  readonly includePreviousRevision: boolean
  readonly includeMutations: boolean
  readonly includeAllVersions: boolean
  readonly effects: boolean
}

type Transition = 'appear' | 'update' | 'disappear'

export function mutationEvents(commit: Commit, matches: DocumentFilter, options: ListenOptions): ServerEvent[] {
  const seen = commit.changes.flatMap((change) => {
    if (!options.includeAllVersions && change.id.startsWith('versions.')) return []
    const transition = transitionOf(matches(change.before), matches(change.after))
    return transition === undefined ? [] : [{ change, transition }]
  })
  // A listener waits until it has all events of a transaction: it is told how many *it* will get.
  return seen.map(({ change, transition }, index) => ({
    event: 'mutation',
    id: `${commit.transactionId}#${change.id}`,
    data: {
      ...describe(commit, change, transition, options),
      transactionTotalEvents: seen.length,
      transactionCurrentEvent: index + 1,
    },
  }))
}

/** Relative to the filter: a document that no longer matches disappears, though it is still there. */
function transitionOf(before: boolean, after: boolean): Transition | undefined {
  if (before) return after ? 'update' : 'disappear'
  return after ? 'appear' : undefined
}

function describe(commit: Commit, change: Change, transition: Transition, options: ListenOptions): JsonObject {
  const { id, before, after } = change
  const told: JsonObject = {
    eventId: `${commit.transactionId}#${id}`,
    documentId: id,
    transactionId: commit.transactionId,
    transition,
    identity: commit.author,
    timestamp: commit.at,
    visibility: 'query',
    // Also for what was deleted: the Studio chains events by their revisions and would drop this one.
    resultRev: commit.transactionId,
  }
  if (before !== undefined) told['previousRev'] = before['_rev']
  if (options.includeMutations) told['mutations'] = change.mutations
  if (options.effects) told['effects'] = effectsOf(before, after)
  if (options.includeResult && after !== undefined) told['result'] = after
  if (options.includePreviousRevision && before !== undefined) told['previous'] = before
  return told
}

export function effectsOf(before: LakeDocument | undefined, after: LakeDocument | undefined): JsonObject {
  const [from, to] = [withoutRevision(before), withoutRevision(after)]
  return { apply: diff(from, to), revert: diff(to, from) }
}

/** The revision is the transaction's name, told beside; in the effects it would only be noise. */
function withoutRevision(document: LakeDocument | undefined): JsonObject | null {
  if (document === undefined) return null
  const { _rev, ...rest } = document
  return rest
}
