/**
 * GET /data/export/:dataset: every document as one line of JSON, streamed from the stored bytes.
 *
 *   {"_id":"a",…}\n{"_id":"b",…}\n
 *
 * The list of entries is taken once and never changes, so that an export shows one moment however long it takes.
 */
import type { Call, LakeContext } from './context.ts'

const NEWLINE = Buffer.from('\n')
/** Few large chunks: a chunk per document would spend its time in the stream. */
const CHUNK_BYTES = 256_000

export function exportEndpoint({ store }: LakeContext, { url }: Call): Response {
  const types = url.searchParams.get('types')?.split(',')
  const entries = store.mirror().entries.filter(({ type }) => types === undefined || types.includes(type))
  let next = 0
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const parts: Uint8Array[] = []
      let size = 0
      for (let entry = entries[next]; entry !== undefined && size < CHUNK_BYTES; entry = entries[next]) {
        parts.push(entry.bytes, NEWLINE)
        size += entry.bytes.length
        next += 1
      }
      if (parts.length > 0) controller.enqueue(Buffer.concat(parts))
      if (next === entries.length) controller.close()
    },
  })
  return new Response(stream, { headers: { 'content-type': 'application/x-ndjson' } })
}
