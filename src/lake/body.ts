/**
 * Reads a request's body, but never more of it than allowed.
 *
 *   await readJson(request, 4_000_000)  →  { mutations: [...] }
 *   a body of 5 MB                      →  413 "Request body exceeds limit of 4000000 bytes"
 */
import { httpError } from './error.ts'
import { parseJson } from './json.ts'

export async function readBytes(request: Request, limit: number): Promise<Buffer<ArrayBuffer>> {
  // The header is checked first so that a stated 5 GB is refused before a byte of it is read.
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const reader = request.body?.getReader()
  if (reader === undefined) return Buffer.alloc(0)
  const parts: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge(limit)
    }
    parts.push(read.value)
  }
  return Buffer.concat(parts)
}

export async function readJson(request: Request, limit: number): Promise<unknown> {
  const text = (await readBytes(request, limit)).toString('utf8')
  const value = parseJson(text)
  if (value === undefined) throw httpError(400, `Expected a JSON body, found ${describe(text)}`)
  return value
}

function tooLarge(limit: number): Error {
  return httpError(413, `Request body exceeds limit of ${limit} bytes`)
}

function describe(text: string): string {
  return text === '' ? 'no body' : JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
