/**
 * Node's request and response, and the standard's.
 *
 *   toRequest(incoming)               →  Request for http://lake/v1/…
 *   await send(response, outgoing)    →  written; the response's stream is let go as soon as the reader is gone
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The host comes from us: it only has to make the path an address, and a forged one must not count. */
export function addressOf({ url = '/' }: IncomingMessage): URL {
  return new URL(`http://lake${url.startsWith('/') ? url : '/'}`)
}

export function toRequest(incoming: IncomingMessage, path: string): Request {
  const { method = 'GET', headers } = incoming
  const flat = Object.entries(headers).map(([name, value]): [string, string] => [name, [value].flat().join(', ')])
  const address = new URL(`http://lake${path}`)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init = hasBody ? { method, headers: flat, body: bodyOf(incoming), duplex: 'half' } : { method, headers: flat }
  return new Request(address, init)
}

/** Pulled chunk by chunk, so that a body that is too large is never held in memory. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const source = incoming[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done === true) controller.close()
      else if (value instanceof Uint8Array) controller.enqueue(value)
    },
    cancel: () => {
      incoming.resume()
    },
  })
}

export async function send(
  response: Response,
  outgoing: ServerResponse,
  headers: Record<string, string>,
  withBody: boolean,
): Promise<void> {
  const cookies = response.headers.getSetCookie()
  // One header a cookie: as entries of an object only the last of them would be sent.
  const own = { ...Object.fromEntries(response.headers), ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) }
  outgoing.writeHead(response.status, { ...own, ...headers })
  if (response.body === null || !withBody) {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  const reader = response.body.getReader()
  // On the response, not the request: a stream whose reader has gone would otherwise be fed until its next event.
  const gone = new Promise<void>((resolve) => {
    outgoing.once('close', () => {
      resolve()
      reader.cancel().catch(() => undefined)
    })
  })
  outgoing.flushHeaders()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (outgoing.destroyed) return
    if (!outgoing.write(read.value)) await Promise.race([drained(outgoing), gone])
  }
  outgoing.end()
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('drain', () => resolve())
  })
}
