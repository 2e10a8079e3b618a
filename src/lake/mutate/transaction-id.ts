/**
 * The name that a caller may give a transaction, to learn from its second sending that the first arrived.
 *
 *   readTransactionId('trx1')  →  'trx1'        readTransactionId('a b')  →  400
 */
import { httpError } from '../error.ts'

const TRANSACTION_ID = /^[\w.:-]{1,128}$/

export function readTransactionId(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && TRANSACTION_ID.test(value))) return value
  throw httpError(400, `Malformed transaction ID: ${JSON.stringify(value)}`)
}
