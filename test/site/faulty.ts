/**
 * A server between the build and the lake that spoils what passes.
 *
 *   const server = await serveFaulty(lake, (answer) => { answer.outgoing.writeHead(500).end() })
 *   … a build with SANITY_API_HOST=server.url …
 *   await server.close()
 */
import { createServer, type ServerResponse } from 'node:http'
import { DOCUMENTS, HEADS } from '../../src/content/queries.ts'
import type { Lake } from '../../src/lake/lake.ts'

/** One request: what the lake would have answered, and the connection to answer on. */
export interface Passing {
  outgoing: ServerResponse
  /** The lake's own answer. */
  status: number
  type: string
  body: Buffer
  /** What the request is for: `counts`, `heads`, `documents`, another query by `other`, the `export`, or `picture` for bytes. */
  kind: string
}

export type Fault = (passing: Passing) => void

export interface Faulty {
  url: string
  close(): Promise<void>
}

export async function serveFaulty(lake: Lake, fault: Fault): Promise<Faulty> {
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => outgoing.destroy())
    const url = new URL(incoming.url ?? '/', 'http://lake')
    lake
      .fetch(new Request(url))
      .then(async (response) => {
        const body = Buffer.from(await response.arrayBuffer())
        const type = response.headers.get('content-type') ?? ''
        return fault({ outgoing, status: response.status, type, body, kind: kindOf(url) })
      })
      .catch(() => outgoing.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function kindOf(url: URL): string {
  const query = url.searchParams.get('query')
  if (query === null) return url.pathname.includes('/data/export/') ? 'export' : 'picture'
  if (query.startsWith('{')) return 'counts'
  if (query === HEADS) return 'heads'
  return query === DOCUMENTS ? 'documents' : 'other'
}

/** Sends the lake's answer, or another body in its place. */
export function pass({ outgoing, status, type, body }: Passing, other: Buffer | string = body): void {
  outgoing.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(other) }).end(other)
}

/** The lake's answer with another result. */
export function withResult(passing: Passing, change: (result: unknown) => unknown): void {
  const answer: unknown = JSON.parse(passing.body.toString('utf8'))
  const result = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined
  pass(passing, JSON.stringify({ ms: 1, query: '', syncTags: [], result: change(result) }))
}
