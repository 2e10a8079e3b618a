/**
 * Answers as the client expects them.
 *
 *   answerJson({ result: 1 })           →  200 application/json {"result":1}
 *   answerBytes([part, part])           →  200, parts joined without being parsed
 *   streamOf(lines)                     →  a stream of large chunks, made as they are read
 */
import { jsonBytes } from './json.ts'

export interface AnswerInit {
  readonly status?: number
  readonly headers?: Record<string, string>
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }
/** Few large chunks: a chunk per document would spend its time in the stream. */
const CHUNK_BYTES = 256_000

export function answerJson(value: unknown, init: AnswerInit = {}): Response {
  return answerBytes([jsonBytes(value)], init)
}

export function answerBytes(parts: readonly Uint8Array[], init: AnswerInit = {}): Response {
  const size = parts.reduce((sum, part) => sum + part.byteLength, 0)
  const headers = { ...JSON_TYPE, 'content-length': String(size), ...init.headers }
  const how = { status: init.status ?? 200, headers }
  // A whole archive is streamed: as one piece it would be copied three times on its way out.
  return size < CHUNK_BYTES ? new Response(Buffer.concat(parts), how) : new Parts(parts, how)
}

/** Whoever asks for all bytes in this process gets them joined once, past the stream and its copies. */
class Parts extends Response {
  readonly #parts: readonly Uint8Array[]

  constructor(parts: readonly Uint8Array[], init: ResponseInit) {
    super(streamOf(parts), init)
    this.#parts = parts
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    const joined = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.byteLength, 0))
    let at = 0
    for (const part of this.#parts) {
      joined.set(part, at)
      at += part.byteLength
    }
    return Promise.resolve(joined.buffer)
  }
}

export function streamOf(parts: Iterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = parts[Symbol.iterator]()
  return new ReadableStream({
    pull(controller) {
      const chunk: Uint8Array[] = []
      let size = 0
      let next = source.next()
      for (; next.done !== true; next = source.next()) {
        chunk.push(next.value)
        size += next.value.byteLength
        if (size >= CHUNK_BYTES) break
      }
      if (chunk.length > 0) controller.enqueue(Buffer.concat(chunk))
      if (next.done === true) controller.close()
    },
    cancel() {
      source.return?.()
    },
  })
}
