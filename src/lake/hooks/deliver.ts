/**
 * One attempt to deliver one message, and what its answer means.
 *
 *   await deliver(hook, message, { projectId, dataset, now, signal })   →  { status: 202 }, or { status: undefined, why: 'ECONNREFUSED' }
 *   fateOf({ status: 503 }, message, now)                       →  { at: 1700000002000 }   tried again then
 *   fateOf({ status: 400 }, message, now)                       →  'undeliverable'
 *
 * Sanity's rule: half a minute for an answer; 429, 5xx and no answer at all are tried again, later each time, for half an hour; any
 * other 4xx is never tried again.
 */
import { createHmac } from 'node:crypto'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Filed } from './outbox.ts'
import type { Hook } from './hook.ts'

export interface Outcome {
  readonly status: number | undefined
  readonly why: string
}

const LONGEST = 30_000
const RETRIED_FOR = 30 * 60_000
const PAUSE = { first: 250, most: 5 * 60_000 } as const

export function fateOf(
  { status }: Outcome,
  { filedAt, attempts }: Filed,
  now: number,
): 'sent' | 'undeliverable' | { at: number } {
  if (status !== undefined && status >= 200 && status < 300) return 'sent'
  const again = status === undefined || status === 429 || status >= 500
  const at = now + Math.min(PAUSE.first * 2 ** attempts, PAUSE.most)
  return again && at - filedAt <= RETRIED_FOR ? { at } : 'undeliverable'
}

export function deliver(
  hook: Hook,
  message: Filed,
  { projectId, dataset, now, signal }: { projectId: string; dataset: string; now: number; signal: AbortSignal },
): Promise<Outcome> {
  const body = Buffer.from(message.body)
  const headers = {
    ...hook.headers,
    'content-type': 'application/json',
    'content-length': String(body.length),
    'sanity-project-id': projectId,
    'sanity-dataset': dataset,
    'sanity-webhook-id': hook.name.replaceAll(/[^\x20-\x7e]/gu, '-'),
    'sanity-document-id': message.document,
    'sanity-operation': message.operation,
    'sanity-transaction-id': message.transactionId,
    'sanity-transaction-time': message.transactionTime,
    // The same at every attempt: who has seen it may leave it.
    'idempotency-key': `${message.transactionId}-${message.document}`,
    ...(hook.secret === undefined ? {} : { 'sanity-webhook-signature': sign(hook.secret, now, body) }),
  }
  return new Promise((resolve) => {
    const url = new URL(hook.url)
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      // No agent: each attempt has a connection of its own, as Sanity's have.
      { method: hook.method, headers, agent: false, timeout: LONGEST, signal },
      (response) => {
        response.resume()
        response.once('end', () => resolve({ status: response.statusCode, why: `status ${response.statusCode}` }))
        response.once('error', (error) => resolve({ status: undefined, why: error.message }))
      },
    )
    const timer = setTimeout(() => request.destroy(new Error(`no answer in ${LONGEST / 1000} s`)), LONGEST)
    request.once('error', (error: Error & { code?: string }) =>
      resolve({ status: undefined, why: error.code ?? error.message }),
    )
    request.once('close', () => clearTimeout(timer))
    request.end(body)
  })
}

/** `t=<milliseconds>,v1=<base64url of HMAC-SHA256 over "t.body">`, anew for each attempt. */
function sign(secret: string, at: number, body: Buffer): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.`).update(body).digest('base64url')}`
}
