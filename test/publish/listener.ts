/**
 * A listener for webhooks that answers as it is told.
 *
 *   const listener = await openListener()
 *   listener.answers.push(503)             the next hook; then 202 again
 *   listener.heard                         →  [{ headers: { … }, body: '{"_id":…}' }]
 */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Listener {
  url: string
  heard: { headers: IncomingHttpHeaders; body: string }[]
  /** Statuses for the next hooks; 0 hangs up without a word. */
  answers: number[]
}

export async function openListener(): Promise<Listener> {
  const heard: Listener['heard'] = []
  const answers: number[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      heard.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') })
      const status = answers.shift() ?? 202
      if (status === 0) incoming.socket.destroy()
      else outgoing.writeHead(status).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    heard,
    answers,
  }
}
