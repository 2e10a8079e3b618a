/**
 * The one error of the lake, and the one place that turns an error into an answer.
 *
 *   throw httpError(404, 'Dataset "x" not found')
 *   →  404 {"statusCode":404,"error":"Not Found","message":"Dataset \"x\" not found"}
 *
 * The three shapes are those that @sanity/client reads: plain, `mutationError` with its items, `queryParseError`.
 */
import { STATUS_CODES } from 'node:http'
import { type JsonObject, isRecord } from './json.ts'
import { answerJson } from './answer.ts'

/** One failed mutation: a `type` that programs compare, a `description` that people read. */
export interface MutationErrorItem {
  readonly type: string
  readonly description: string
  readonly [detail: string]: unknown
}

export class LakeError extends Error {
  readonly status: number
  readonly body: JsonObject
  readonly headers: Record<string, string>

  constructor(status: number, message: string, body: JsonObject, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'LakeError'
    this.status = status
    this.body = body
    this.headers = headers
  }
}

export function httpError(status: number, message: string, headers: Record<string, string> = {}): LakeError {
  return new LakeError(
    status,
    message,
    { statusCode: status, error: STATUS_CODES[status] ?? 'Error', message },
    headers,
  )
}

/** The code tells the Studio to keep unsaved edits while its editor signs in again; any other 401 would undo them. */
export function unauthorized(message: string, headers: Record<string, string>): LakeError {
  const body = { statusCode: 401, error: 'Unauthorized', message, errorCode: 'SIO-401-ANF' }
  return new LakeError(401, message, body, { 'www-authenticate': 'Bearer', ...headers })
}

export function mutationError(status: number, item: MutationErrorItem, index = 0): LakeError {
  return mutationErrors(status, `Mutation failed: ${item.description}`, [{ error: item, index }])
}

export function mutationErrors(
  status: number,
  description: string,
  items: readonly { error: MutationErrorItem; index: number }[],
): LakeError {
  return new LakeError(status, description, { error: { type: 'mutationError', description, items } })
}

/** `start` and `end` are offsets into the query; the client draws the line under them. */
export function queryParseError(query: string, description: string, start = 0, end = start): LakeError {
  return new LakeError(400, description, { error: { type: 'queryParseError', description, query, start, end } })
}

export function answerError(error: unknown): Response {
  const known = error instanceof LakeError ? error : (storageError(error) ?? bug(error))
  return answerJson(known.body, { status: known.status, headers: known.headers })
}

/** SQLite says "busy" (5), "damaged" (11) or "full" (13): no bug of ours, and the reader must learn whether trying again helps. */
function storageError(error: unknown): LakeError | undefined {
  const code = isRecord(error) && typeof error['errcode'] === 'number' ? error['errcode'] & 0xff : undefined
  if (code === 5)
    return httpError(503, 'The lake is busy with another writer. Nothing was changed; try again.', {
      'retry-after': '1',
    })
  if (code === 11)
    return httpError(
      500,
      'The lake’s file is damaged. Nothing was changed; keep it aside, and put its last good copy or export in its place.',
    )
  if (code === 13) return httpError(507, 'The disk is full. Nothing was changed; free some space and try again.')
  return undefined
}

function bug(error: unknown): LakeError {
  console.error(error instanceof Error ? error.stack : error)
  const reason = error instanceof Error ? error.message : String(error)
  return httpError(500, `Internal error of the lake: ${reason}`)
}
