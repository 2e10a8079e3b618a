/**
 * GET /data/export/:dataset: every document as one line of JSON, streamed from the stored bytes.
 *
 *   {"_id":"a",…}\n{"_id":"b",…}\n
 *
 * An export shows one moment, however long it takes, and needs no memory for the archive.
 */
import { streamOf } from './answer.ts'
import type { Call, LakeContext } from './context.ts'

const NEWLINE = Buffer.from('\n')

export function exportEndpoint({ store }: LakeContext, { url }: Call): Response {
  const types = url.searchParams.get('types')?.split(',')
  return new Response(streamOf(lines(store.bodies(types))), { headers: { 'content-type': 'application/x-ndjson' } })
}

function* lines(bodies: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const bytes of bodies) {
    yield bytes
    yield NEWLINE
  }
}
