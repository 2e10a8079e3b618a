/**
 * GET /data/doc/:dataset/:ids, answered from stored bytes without parsing one of them.
 *
 *   …/doc/production/a,b   →  {"documents":[{"_id":"a",…}],"omitted":[{"id":"b","reason":"existence"}]}
 */
import { answerBytes } from './answer.ts'
import type { Call, LakeContext } from './context.ts'
import { httpError } from './error.ts'
import { jsonBytes } from './json.ts'

const COMMA = Buffer.from(',')

export function docEndpoint({ store }: LakeContext, { names, url }: Call): Response {
  const ids = [...new Set((names['ids'] ?? '').split(',').filter((id) => id !== ''))]
  if (ids.length === 0) throw httpError(400, 'Expected document ids in the path, found none')
  const withContent = url.searchParams.get('excludeContent') !== 'true'
  const { omitted, found } = store.look((mirror) => ({
    omitted: ids.filter((id) => mirror.get(id) === undefined).map((id) => ({ id, reason: 'existence' })),
    found: withContent ? ids.flatMap((id) => mirror.get(id)?.bytes ?? []) : [],
  }))
  const documents = found.flatMap((bytes, index) => (index === 0 ? [bytes] : [COMMA, bytes]))
  return answerBytes([
    Buffer.from('{"documents":['),
    ...documents,
    Buffer.from('],"omitted":'),
    jsonBytes(omitted),
    Buffer.from('}'),
  ])
}
