/**
 * Serves a built folder to readers on this machine.
 *
 *   const site = await serveSite('_site', 8080)  →  { url: 'http://localhost:8080/', close() }
 *
 * For looking at the archive; in public, any static server serves the same folder. Nothing outside the folder is ever sent: the
 * request's path is decoded, held against the folder after resolving, and answered with the 404 page when it leads elsewhere.
 */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

export interface Served {
  url: string
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
}

/** A folder and a port (0 for any free one) in, the running server out. Throws in one line when the port is taken. */
export async function serveSite(folder: string, port: number): Promise<Served> {
  const root = resolve(folder)
  const server = createServer((request, response) => {
    answer(root, request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise<void>((ready, fail) => {
    server.once('error', (error: Error & { code?: string }) => {
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(
              `expected port ${port} free for the site, found it taken; stop the other program or set SITE_PORT`,
            )
          : error,
      )
    })
    server.listen(port, '127.0.0.1', ready)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://localhost:${bound}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const file = await fileFor(root, request.url ?? '/')
  const headers = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }
  if (file === undefined) {
    const page = await readFile(join(root, '404.html')).catch(() => Buffer.from('404'))
    response.writeHead(404, { ...headers, 'content-type': TYPES['.html'] }).end(request.method === 'HEAD' ? '' : page)
    return
  }
  const type = TYPES[extname(file.path)] ?? 'application/octet-stream'
  // The Studio stands at another port and may read what stands on the site; nothing else here is for other origins.
  const open = file.path === join(root, 'live.json') ? { 'access-control-allow-origin': '*' } : {}
  response.writeHead(200, { ...headers, ...open, 'content-type': type, 'content-length': file.size })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response)
}

async function fileFor(root: string, url: string): Promise<{ path: string; size: number } | undefined> {
  const path = decodedPath(url)
  if (path === undefined) return undefined
  const whole = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`)
  if (!whole.startsWith(root + sep)) return undefined
  const found = await stat(whole).catch(() => undefined)
  return found?.isFile() === true ? { path: whole, size: found.size } : undefined
}

function decodedPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://site.localhost').pathname)
    return path.includes('\0') ? undefined : path
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return undefined
    throw error
  }
}
