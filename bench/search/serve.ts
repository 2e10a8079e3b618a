/**
 * A folder served as a good static host serves it: text compressed, everything else as it is.
 *
 *   const { url, close } = await serveFolder('/dev/shm/x')  →  { url: 'http://localhost:40123/', sent: () => 40_120, close }
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
}

export interface Folder {
  url: string
  /** Bytes sent so far, headers too, to whatever part of a page asked. */
  sent(): number
  close(): Promise<void>
}

export async function serveFolder(folder: string): Promise<Folder> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const bytes = existsSync(file) ? readFileSync(file) : undefined
    const type = TYPES[extname(file)]
    if (bytes === undefined) response.writeHead(404).end()
    else if (type === undefined) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
    else response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(brotliCompressSync(bytes))
  })
  let closed = 0
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      closed += socket.bytesWritten
    })
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port, found none')
  return {
    url: `http://localhost:${address.port}/`,
    sent: () => [...open].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
