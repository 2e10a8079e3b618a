/**
 * POST /data/actions/:dataset: what an editor does to a document, draft and published at once.
 *
 *   {"actions":[{"actionType":"sanity.action.document.publish","draftId":"drafts.a","publishedId":"a"}]}
 *   →  {"transactionId":"…"}
 *
 * All actions of a request are one transaction: all of them happen or none does. A transaction that is sent again, by a Studio that lost
 * our answer, is answered as before: a refusal would make the Studio undo what its editor typed since.
 */
import { answerJson } from '../answer.ts'
import { readJson } from '../body.ts'
import type { Call, LakeContext } from '../context.ts'
import { editorOf } from '../editor.ts'
import { isRecord } from '../json.ts'
import { MUTATION_BYTES } from '../limit.ts'
import { transact } from '../mutate/transact.ts'
import { readTransactionId } from '../mutate/transaction-id.ts'
import { planAction } from './plan.ts'
import { type Action, readActions } from './read.ts'

export async function actionsEndpoint(context: LakeContext, { request }: Call): Promise<Response> {
  const body = await readJson(request, MUTATION_BYTES)
  const actions = readActions(body)
  const options = isRecord(body) ? body : {}
  const given = readTransactionId(options['transactionId'] ?? undefined)
  if (given !== undefined && isDone(context, given, actions)) return answerJson({ transactionId: given })
  const { transactionId } = transact(context, {
    operations: actions.map(planAction),
    transactionId: given,
    author: editorOf(request.headers.get('cookie')).id,
    dryRun: options['dryRun'] === true,
  })
  return answerJson({ transactionId })
}

/** Done before, and to these documents: somebody else's transaction of the same name is refused as any double. */
function isDone({ store }: LakeContext, transactionId: string, actions: readonly Action[]): boolean {
  const seq = store.seqOf(transactionId)
  if (seq === undefined) return false
  const named = new Set(actions.flatMap(idsOf))
  return store.changedBy(seq).every((id) => named.has(id))
}

function idsOf(action: Action): string[] {
  switch (action.kind) {
    case 'create':
    case 'replace':
    case 'discard':
      return [action.id]
    case 'delete':
      return [action.publishedId, ...action.drafts]
    default:
      return [action.draftId, action.publishedId]
  }
}
