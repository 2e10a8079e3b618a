/**
 * The index's files as a browser gets them.
 *
 *   await readFile('201905-1/s7')  →  bytes, decompressed
 *
 * Compressed by the build (deflate without a header) and not by the server, so that they are as small at every host. `no-cache` asks
 * the server whether a kept copy still holds: file names carry no digest, and a stale shard would find too little.
 */
import { FEW_LETTERS, isPlain, parseLetters, type LettersFor } from '../letters.ts'
import type { Letters } from '../fold.ts'

/** A file could not be had: no network, or a server's error. */
class FetchError extends Error {
  override name = 'FetchError'
}

export async function readFile(name: string): Promise<Uint8Array> {
  const url = new URL(`${name}.bin`, import.meta.url)
  try {
    const response = await fetch(url, { cache: 'no-cache' })
    if (!response.ok || response.body === null)
      throw new FetchError(`expected ${url.pathname} of the search index, found status ${response.status}`)
    const plain = response.body.pipeThrough(new DecompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(plain).arrayBuffer())
  } catch (error) {
    if (error instanceof TypeError) throw new FetchError(`expected ${url.pathname} over the network: ${error.message}`)
    throw error
  }
}

let table: Promise<Letters> | undefined

/** The table is fetched once, for the first text that may need it. */
export const lettersFor: LettersFor = (text) => {
  if (isPlain(text)) return table ?? Promise.resolve(FEW_LETTERS)
  table ??= readFile('letters')
    .then(parseLetters)
    .catch((error: unknown) => {
      table = undefined
      throw error
    })
  return table
}
