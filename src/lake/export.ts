/**
 * GET /data/export/:dataset: every document as one line of JSON, streamed from the stored bytes.
 *
 *   {"_id":"a",…}\n{"_id":"b",…}\n
 *
 * The list of entries is taken once and never changes, so that an export shows one moment however long it takes.
 */
import { streamOf } from './answer.ts'
import type { Call, LakeContext } from './context.ts'
import type { Entry } from './store/entry.ts'

const NEWLINE = Buffer.from('\n')

export function exportEndpoint({ store }: LakeContext, { url }: Call): Response {
  const types = url.searchParams.get('types')?.split(',')
  const { entries } = store.mirror()
  const wanted = types === undefined ? entries : entries.filter(({ type }) => types.includes(type))
  return new Response(streamOf(lines(wanted)), { headers: { 'content-type': 'application/x-ndjson' } })
}

function* lines(entries: readonly Entry[]): Generator<Uint8Array> {
  for (const { bytes } of entries) {
    yield bytes
    yield NEWLINE
  }
}
