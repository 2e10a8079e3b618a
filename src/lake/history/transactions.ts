/**
 * GET /data/history/:dataset/transactions/:ids: what was done to documents, one line of JSON for each transaction.
 *
 *   …/transactions/a,drafts.a?excludeContent=true&effectFormat=mendoza&reverse=true&limit=50&toTransaction=trx7
 *   →  {"id":"trx7","timestamp":"…","author":"lake","documentIDs":["drafts.a"],"effects":{"drafts.a":{"apply":[…],"revert":[…]}}}
 *
 * `fromTransaction` and `toTransaction` are part of the answer, as the Studio expects.
 */
import { answerBytes } from '../answer.ts'
import type { Call, LakeContext } from '../context.ts'
import { httpError } from '../error.ts'
import { type JsonObject, jsonBytes } from '../json.ts'
import { effectsOf } from '../listen/event.ts'
import type { Commit } from '../store/commit.ts'

const NEWLINE = Buffer.from('\n')
const USUAL_LIMIT = 50
const MOST = 1_000

export function transactionsEndpoint({ store }: LakeContext, { names, url: { searchParams } }: Call): Response {
  const ids = (names['ids'] ?? '').split(',').filter((id) => id !== '')
  if (ids.length === 0) throw httpError(400, 'Expected document ids in the path, found none')
  const [from, to] = ['fromTransaction', 'toTransaction'].map((name) => seqOf(store, searchParams.get(name)))
  const commits = store
    .commits({ ids })
    .filter(({ seq }) => (from === undefined || seq >= from) && (to === undefined || seq <= to))
  const ordered = searchParams.get('reverse') === 'true' ? commits.toReversed() : commits
  const withContent = searchParams.get('excludeContent') !== 'true'
  const withMutations = withContent && searchParams.get('excludeMutations') !== 'true'
  const withEffects = searchParams.get('effectFormat') === 'mendoza'
  const lines = ordered
    .slice(0, readLimit(searchParams.get('limit')))
    .flatMap((commit) => [jsonBytes(describe(commit, withMutations, withEffects)), NEWLINE])
  return answerBytes(lines, { headers: { 'content-type': 'application/x-ndjson' } })
}

function describe(
  { transactionId, at, author, changes }: Commit,
  withMutations: boolean,
  withEffects: boolean,
): JsonObject {
  const told: JsonObject = {
    id: transactionId,
    timestamp: at,
    author,
    documentIDs: changes.map(({ id }) => id),
  }
  if (withMutations) told['mutations'] = changes.flatMap(({ mutations }) => mutations)
  if (withEffects)
    told['effects'] = Object.fromEntries(changes.map(({ id, before, after }) => [id, effectsOf(before, after)]))
  return told
}

function seqOf(store: LakeContext['store'], transactionId: string | null): number | undefined {
  if (transactionId === null || transactionId === '') return undefined
  const seq = store.seqOf(transactionId)
  if (seq === undefined) throw httpError(404, `Transaction "${transactionId}" not found`)
  return seq
}

function readLimit(text: string | null): number {
  const limit = Number(text ?? USUAL_LIMIT)
  if (Number.isInteger(limit) && limit > 0) return Math.min(limit, MOST)
  throw httpError(400, `Expected a positive whole number as "limit", found "${String(text)}"`)
}
