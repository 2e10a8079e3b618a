/**
 * GET /data/history/:dataset/events/documents/:id: the newer form of a document's history, which the Studio asks for unless told
 * otherwise. It is content with none; the older form is `transactions.ts`.
 *
 *   …/events/documents/a  →  {"events":{"a":[]},"nextCursor":""}
 */
import { answerJson } from '../answer.ts'
import type { Call, LakeContext } from '../context.ts'

export function eventsEndpoint(_context: LakeContext, { names }: Call): Response {
  return answerJson({ events: { [names['id'] ?? '']: [] }, nextCursor: '' })
}
