/**
 * Answers as the client expects them.
 *
 *   answerJson({ result: 1 })           →  200 application/json {"result":1}
 *   answerBytes([part, part])           →  200, parts joined without being parsed
 */
import { jsonBytes } from './json.ts'

export interface AnswerInit {
  readonly status?: number
  readonly headers?: Record<string, string>
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

export function answerJson(value: unknown, init: AnswerInit = {}): Response {
  return answerBytes([jsonBytes(value)], init)
}

export function answerBytes(parts: readonly Uint8Array[], init: AnswerInit = {}): Response {
  const body = Buffer.concat(parts)
  return new Response(body, {
    status: init.status ?? 200,
    headers: { ...JSON_TYPE, 'content-length': String(body.length), ...init.headers },
  })
}
