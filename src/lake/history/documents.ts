/**
 * GET /data/history/:dataset/documents/:ids: documents as they were.
 *
 *   …/documents/a?revision=trx7             →  {"documents":[{"_id":"a","_rev":"trx5",…}]}   as transaction 7 left it
 *   …/documents/a?time=2026-11-23T10:00:00Z
 *   …/documents/a?lastRevision=true         →  as it is, or as it was before it was deleted
 */
import { answerJson } from '../answer.ts'
import type { Call, LakeContext } from '../context.ts'
import { httpError } from '../error.ts'
import type { LakeDocument } from '../json.ts'
import type { Commit } from '../store/commit.ts'

export function historyDocumentsEndpoint({ store }: LakeContext, { names, url: { searchParams } }: Call): Response {
  const ids = (names['ids'] ?? '').split(',').filter((id) => id !== '')
  if (ids.length === 0) throw httpError(400, 'Expected document ids in the path, found none')
  const last = searchParams.get('lastRevision') === 'true'
  const isAfter = last ? undefined : boundary(store, searchParams)
  const documents = ids.flatMap((id) => {
    const commits = store.commits({ ids: [id] })
    const now = store.look((mirror) => mirror.get(id)?.document)
    const found = isAfter === undefined ? (now ?? lastOf(id, commits)) : stateAt(id, commits, now, isAfter)
    return found ?? []
  })
  return answerJson({ documents })
}

/** Whether a commit came after the moment that was asked for. */
function boundary(store: LakeContext['store'], searchParams: URLSearchParams): (commit: Commit) => boolean {
  const [revision, time] = [searchParams.get('revision'), searchParams.get('time')]
  if (revision !== null) {
    const seq = store.seqOf(revision)
    if (seq === undefined) throw httpError(404, `Revision "${revision}" not found`)
    return (commit) => commit.seq > seq
  }
  const at = Date.parse(time ?? '')
  if (Number.isNaN(at)) throw httpError(400, 'Expected "revision", "time" or "lastRevision=true"')
  return (commit) => Date.parse(commit.at) > at
}

/** What the first later change found. With no later change, what is there now. */
function stateAt(
  id: string,
  commits: readonly Commit[],
  now: LakeDocument | undefined,
  isAfter: (commit: Commit) => boolean,
): LakeDocument | undefined {
  const later = commits.find(isAfter)
  return later === undefined ? now : later.changes.find((change) => change.id === id)?.before
}

function lastOf(id: string, commits: readonly Commit[]): LakeDocument | undefined {
  return commits.at(-1)?.changes.find((change) => change.id === id)?.before
}
