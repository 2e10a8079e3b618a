/**
 * The past of documents: from what they are now, change by change backwards.
 *
 *   commitsOf(db, mirror, { since: 40 })        →  what transactions 41, 42, … did, oldest first
 *   commitsOf(db, mirror, { ids: ['a'] })       →  everything that ever happened to document a
 */
import type { DatabaseSync } from 'node:sqlite'
import { applyPatch } from 'mendoza'
import { type JsonObject, type LakeDocument, isDocument } from '../json.ts'
import type { Change, Commit } from './commit.ts'
import type { Mirror } from './mirror.ts'
import { blob, number, text } from './row.ts'

export interface Past {
  readonly since?: number
  readonly ids?: readonly string[]
}

export function commitsOf(db: DatabaseSync, mirror: Mirror, { since = 0, ids }: Past): Commit[] {
  const states = new Map<string, LakeDocument | undefined>()
  const commits: Commit[] = []
  let changes: Change[] = []
  for (const row of rows(db, since, ids)) {
    const [seq, id] = [number(row, 'seq'), text(row, 'id')]
    const after = states.has(id) ? states.get(id) : mirror.get(id)?.document
    const found: unknown = applyPatch(after ?? null, JSON.parse(blob(row, 'revert').toString('utf8')))
    const before = isDocument(found) ? found : undefined
    states.set(id, before)
    if (commits.at(-1)?.seq !== seq) {
      changes = []
      commits.push({ seq, transactionId: text(row, 'trx'), at: text(row, 'at'), author: text(row, 'author'), changes })
    }
    changes.unshift({ id, before, after, mutations: [whole(id, after)] })
  }
  return commits.toReversed()
}

function* rows(
  db: DatabaseSync,
  since: number,
  ids: readonly string[] | undefined,
): Generator<Record<string, unknown>> {
  const some = ids === undefined ? '' : 'AND change.id IN (SELECT value FROM json_each(?))'
  const statement = db.prepare(
    `SELECT change.seq, change.id, change.revert, trx.id AS trx, trx.at, trx.author FROM change JOIN trx ON trx.seq = change.seq
     WHERE change.seq > ? ${some} ORDER BY change.seq DESC, change.rowid DESC`,
  )
  yield* ids === undefined ? statement.iterate(since) : statement.iterate(since, JSON.stringify(ids))
}

/** The patches of the past are not kept; the document that they led to says the same. */
function whole(id: string, after: LakeDocument | undefined): JsonObject {
  return after === undefined ? { delete: { id } } : { createOrReplace: after }
}
