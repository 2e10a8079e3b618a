/**
 * A receiver on a port, and hooks as a sender makes them.
 *
 *   const door = await openDoorway({ secrets: [SECRET] })
 *   await door.post(hookOf('article-a', 'r2'))   →  { status: 202, say: 'queued' }
 */
import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openQueue, type Queue } from '../../src/publish/receive/queue.ts'
import { receiver } from '../../src/publish/receive/receive.ts'
import { sign, SIGNATURE_HEADER } from '../../src/publish/receive/signature.ts'

export const SECRET = 'a-secret-of-the-test-2026'
export const OLD_SECRET = 'the-secret-before-that-one'

export const hookOf = (id: string, revision: string, at = '2026-11-28T02:00:00Z'): string =>
  JSON.stringify({ _id: id, _type: 'article', _rev: revision, _updatedAt: at, operation: 'update' })

export interface Doorway {
  url: string
  port: number
  queue: Queue
  arrivals: { count: number }
  clock: { now: Date }
  post(body: string | Uint8Array, headers?: Record<string, string>): Promise<{ status: number; say: string }>
}

export async function openDoorway({ secrets }: { secrets: readonly string[] }): Promise<Doorway> {
  const folder = mkdtempSync(join(tmpdir(), 'zebian-hooks-'))
  const queue = openQueue(join(folder, 'queue.sqlite'))
  const arrivals = { count: 0 }
  const clock = { now: new Date() }
  const arrived = (): void => {
    arrivals.count += 1
  }
  const server = createServer(receiver({ secrets, queue, now: () => clock.now, arrived }))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = `http://127.0.0.1:${port}/`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    queue.close()
    rmSync(folder, { recursive: true })
  })
  const post: Doorway['post'] = async (body, headers) => {
    const bytes = new Uint8Array(Buffer.from(body))
    const own = { [SIGNATURE_HEADER]: sign(SECRET, clock.now.getTime(), bytes) }
    const response = await fetch(url, { method: 'POST', body: bytes, headers: headers ?? own })
    return { status: response.status, say: (await response.text()).trim() }
  }
  return { url, port, queue, arrivals, clock, post }
}
