/**
 * POST /data/mutate/:dataset
 *
 *   {"mutations":[{"create":{"_type":"article"}}]}  with ?returnIds=true
 *   →  {"transactionId":"…","results":[{"id":"…","operation":"create"}]}
 */
import { answerJson } from '../answer.ts'
import { readJson } from '../body.ts'
import type { Call, LakeContext } from '../context.ts'
import { editorOf } from '../editor.ts'
import { httpError } from '../error.ts'
import { type JsonObject, isRecord } from '../json.ts'
import { MUTATION_BYTES } from '../limit.ts'
import type { Result } from './apply.ts'
import { readOperations } from './read.ts'
import { transact } from './transact.ts'
import { readTransactionId } from './transaction-id.ts'

/** All three are the same here: what is acknowledged can be queried at once. */
const VISIBILITIES = new Set(['sync', 'async', 'deferred'])

export async function mutateEndpoint(context: LakeContext, { request, url }: Call): Promise<Response> {
  const { searchParams } = url
  checkVisibility(searchParams.get('visibility'))
  const body = await readJson(request, MUTATION_BYTES)
  const operations = readOperations(body)
  const flags = isRecord(body) ? body : {}
  const outcome = transact(context, {
    operations,
    author: editorOf(request.headers.get('cookie')).id,
    transactionId: readTransactionId(searchParams.get('transactionId') ?? flags['transactionId'] ?? undefined),
    dryRun: flag('dryRun', searchParams, flags),
    autoGenerateArrayKeys: flag('autoGenerateArrayKeys', searchParams, flags),
  })
  const withDocuments = flag('returnDocuments', searchParams, flags)
  const withIds = withDocuments || flag('returnIds', searchParams, flags)
  return answerJson({
    transactionId: outcome.transactionId,
    results: outcome.results.map((result) => shape(result, withIds, withDocuments)),
  })
}

function shape({ id, operation, document }: Result, withIds: boolean, withDocuments: boolean): JsonObject {
  if (!withIds) return { operation }
  return withDocuments && document !== undefined ? { id, operation, document } : { id, operation }
}

function flag(name: string, searchParams: URLSearchParams, body: JsonObject): boolean {
  return (searchParams.get(name) ?? String(body[name] ?? false)) === 'true'
}

function checkVisibility(value: string | null): void {
  if (value === null || VISIBILITIES.has(value)) return
  throw httpError(400, `Expected visibility to be sync, async or deferred, found "${value}"`)
}
