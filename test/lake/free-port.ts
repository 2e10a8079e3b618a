/**
 * A port that nobody uses, for a server that must come back to the same one.
 *
 *   await freePort()  →  43127
 */
import { createServer } from 'node:net'

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close((error) => (error === undefined ? resolve(port) : reject(error)))
    })
  })
}
