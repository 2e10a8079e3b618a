/**
 * A whole transaction: every operation or none of them, checked, written and committed before it returns.
 *
 *   transact(context, { operations, transactionId: 'trx1', author: 'lake' })
 *   →  { transactionId: 'trx1', results: [{ id: 'a', operation: 'create', document }] }
 */
import type { LakeContext } from '../context.ts'
import { httpError, mutationError } from '../error.ts'
import type { JsonObject, LakeDocument } from '../json.ts'
import { DOCUMENT_BYTES, limitBroken } from '../limit.ts'
import { Plans } from '../query/plan.ts'
import { randomId } from '../random.ts'
import type { WriteTransaction } from '../store/write.ts'
import { type Result, apply } from './apply.ts'
import type { Operation } from './read.ts'
import { checkReferences, strongReferences } from './reference.ts'
import { Working } from './working.ts'

/** An operation that depends on what is there when its turn comes. */
export type Step = (working: Working) => readonly Operation[]

export interface TransactionRequest {
  readonly operations: readonly (Operation | Step)[]
  readonly transactionId?: string | undefined
  /** The id of whoever asks for it, see ../editor.ts. */
  readonly author: string
  readonly dryRun?: boolean
  readonly autoGenerateArrayKeys?: boolean
  /** Written in the same transaction, such as the bytes of an uploaded picture. */
  readonly alongside?: (transaction: WriteTransaction) => void
}

export interface TransactionOutcome {
  readonly transactionId: string
  readonly results: readonly Result[]
}

export function transact(context: LakeContext, request: TransactionRequest): TransactionOutcome {
  const {
    operations,
    transactionId = randomId(),
    dryRun = false,
    autoGenerateArrayKeys = false,
    alongside,
    author,
  } = request
  const now = context.now().toISOString()
  const results = context.store.write(
    { id: transactionId, at: now, author },
    (transaction) => {
      const working = new Working(transaction)
      const select = selector(context, working)
      const scene = { working, transactionId, now, autoGenerateArrayKeys, select }
      const done = operations.flatMap((step, index) =>
        (typeof step === 'function' ? step(working) : [step]).flatMap((operation) => apply(operation, index, scene)),
      )
      persist(transaction, working)
      checkReferences(transaction, working)
      alongside?.(transaction)
      return done
    },
    { dryRun },
  )
  return { transactionId, results }
}

function selector(context: LakeContext, working: Working): (query: string, params: JsonObject) => LakeDocument[] {
  const plans = new Plans()
  const { projectId, dataset } = context
  return (query, params) => {
    const found = working.select(plans.of(query, params), { now: context.now(), projectId, dataset })
    if (found === undefined) throw httpError(400, `Expected the query of a mutation to find whole documents: ${query}`)
    return found
  }
}

function persist(transaction: WriteTransaction, working: Working): void {
  for (const { id, index, document, mutations } of working.touched()) {
    if (document === undefined) {
      transaction.remove(id, mutations)
      continue
    }
    const broken = limitBroken(document) ?? typeChanged(transaction, document)
    if (broken !== undefined) throw invalidDocument(id, broken, index)
    const size = transaction.put(document, [...strongReferences(document)], mutations)
    if (size > DOCUMENT_BYTES)
      throw invalidDocument(id, `is ${size} bytes, at most ${DOCUMENT_BYTES} are allowed`, index)
  }
}

/** What others refer to as a profile must not become a channel behind their backs. */
function typeChanged(transaction: WriteTransaction, { _id, _type }: LakeDocument): string | undefined {
  const before = transaction.mirror.get(_id)
  if (before === undefined || before.type === _type) return undefined
  return transaction.referencing(_id).length > 0 ? 'is referenced, so that its "_type" may not be modified' : undefined
}

function invalidDocument(id: string, broken: string, index: number): Error {
  return mutationError(400, { type: 'validationError', description: `Document "${id}" ${broken}`, id }, index)
}
