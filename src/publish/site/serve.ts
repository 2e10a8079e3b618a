/**
 * Serves the current release to readers, and whatever else stands on the same port.
 *
 *   const site = await serveSite('_site', 8080)  →  { url: 'http://localhost:8080/', close() }
 *   await serveSite('_site', 8080, { routes: { '/health': (incoming, outgoing) => … } })
 *
 * A file is opened before its headers are sent, so that no answer promises what is no longer there; slow clients are cut off.
 */
import { open, type FileHandle } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { codeOf } from '../release/disk.ts'
import { answerFor, type Answer } from './answer.ts'
import { openRelease } from './open.ts'

export interface Served {
  url: string
  port: number
  close(): Promise<void>
}

export type Route = (incoming: IncomingMessage, outgoing: ServerResponse) => void

export interface SiteOptions {
  host?: string
  /** Answers for paths that are not the release's, by path. */
  routes?: Readonly<Record<string, Route>>
}

/** Milliseconds: a client that has not sent its request by then holds a connection that a reader may need. */
const TIMEOUTS = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 }
const TRIES = 3

/** A folder and a port (0 for any free one) in, the running server out. Throws in one line when the port is taken. */
export async function serveSite(folder: string, port: number, options: SiteOptions = {}): Promise<Served> {
  const { host = '127.0.0.1', routes = {} } = options
  const server = createServer({ ...TIMEOUTS, keepAliveTimeout: 5_000 }, (incoming, outgoing) => {
    const [path = '/'] = (incoming.url ?? '/').split('?')
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (route !== undefined) return route(incoming, outgoing)
    send(folder, incoming, outgoing).catch((error: unknown) => {
      console.error(error)
      outgoing.destroy()
    })
  })
  server.maxConnections = 1_024
  await listen(server, port, host)
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}/`,
    port: bound,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((ready, fail) => {
    server.once('error', (error: Error & { code?: string }) => {
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(
              `expected port ${port} free for the site, found it taken; stop the other program or set SITE_PORT`,
            )
          : error,
      )
    })
    server.listen(port, host, ready)
  })
}

async function send(folder: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', headers } = incoming
  if (method !== 'GET' && method !== 'HEAD') {
    outgoing.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end()
    return
  }
  const accepted = headers['accept-encoding']
  const asked = {
    url: incoming.url ?? '/',
    ifNoneMatch: headers['if-none-match'],
    encodings: typeof accepted === 'string' ? accepted : '',
  }
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const release = await openRelease(folder)
    if (release === undefined) break
    const answer = await answerFor(release, asked)
    const file = answer.file === undefined || method === 'HEAD' ? undefined : await openFile(answer.file.path)
    // Its release was swept away between looking and opening: the link leads to a newer one by now.
    if (file === 'gone') continue
    return deliver(answer, file, outgoing)
  }
  outgoing.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' }).end('503')
}

function openFile(path: string): Promise<FileHandle | 'gone'> {
  return open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return 'gone' as const
    throw error
  })
}

async function deliver(
  { status, headers }: Answer,
  file: FileHandle | undefined,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(status, headers)
  if (file === undefined) {
    outgoing.end()
    return
  }
  await new Promise<void>((done) => {
    const stream = file.createReadStream()
    // A reader that goes away in the middle is no fault of ours; the file must be closed all the same.
    outgoing.once('close', () => {
      stream.destroy()
      done()
    })
    stream.once('error', () => outgoing.destroy())
    stream.pipe(outgoing)
  })
}
