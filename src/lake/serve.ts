/**
 * Puts a lake behind a port, for a browser or another process.
 *
 *   const served = await serveLake(lake, { port: 3333 })   →  { url: 'http://localhost:3333', close }
 *   a port that is taken  →  'Expected port 3333 to be free, found another program on it; …'
 *
 * Loopback only unless another host is named; slow and idle connections are dropped.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isRecord } from './json.ts'
import type { Lake } from './lake.ts'

export interface ServedLake {
  readonly url: string
  close(): Promise<void>
}

/** A slow client must not hold a connection: measured against 500 half-open ones. */
const TIMEOUTS = { headersTimeout: 5_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 }
const CONNECTIONS = 256

export async function serveLake(lake: Lake, options: { port: number; host?: string }): Promise<ServedLake> {
  const { port, host = '127.0.0.1' } = options
  const server = createServer(TIMEOUTS, (incoming, outgoing) => {
    // A reader that goes away in the middle is no fault of the lake; there is nobody left to tell.
    respond(lake, incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.maxConnections = CONNECTIONS
  await listen(server, port, host)
  const address = server.address()
  const bound = isRecord(address) && typeof address['port'] === 'number' ? address['port'] : port
  return { url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`, close: () => close(server) }
}

async function respond(lake: Lake, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await lake.fetch(toRequest(incoming))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null || incoming.method === 'HEAD') {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  await pipeline(chunks(response.body), outgoing)
}

async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}

function toRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const flat = Object.entries(headers).map(([name, value]): [string, string] => [name, [value].flat().join(', ')])
  // The host comes from us: it only has to make the path an address, and a forged one must not count.
  const address = new URL(`http://lake${url.startsWith('/') ? url : '/'}`)
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(isRecord(error) && error['code'] === 'EADDRINUSE' ? taken(port, host) : error),
    )
    server.listen(port, host, resolve)
  })
}

function taken(port: number, host: string): Error {
  return new Error(
    `Expected port ${port} on ${host} to be free, found another program on it; stop that one or choose another port.`,
  )
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
