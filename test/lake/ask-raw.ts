/**
 * A request with exactly the headers given, Host and Origin included, which `fetch` would not send.
 *
 *   await askRaw(4333, 'GET', '/v1/ping', { host: 'evil.example' })  →  { status: 421, headers, body }
 */
import { type IncomingHttpHeaders, request } from 'node:http'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export function askRaw(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (incoming) => {
      const parts: Buffer[] = []
      const done = (): void =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts).toString() })
      incoming.on('data', (part: Buffer) => {
        parts.push(part)
        // A stream of events never ends: its beginning is the answer.
        if (incoming.headers['content-type']?.startsWith('text/event-stream') === true) {
          done()
          incoming.destroy()
        }
      })
      incoming.on('end', done)
      incoming.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
