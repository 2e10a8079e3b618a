/**
 * Binds a port on the addresses that a lake is reached by.
 *
 *   await bind(handler, 3333, '127.0.0.1')   →  { port: 3333, close }   on 127.0.0.1 and ::1
 *   a port that is taken                     →  'Expected port 3333 on 127.0.0.1 to be free, found another program on it; …'
 *
 * Both loopback addresses, because a browser may take either for "localhost", and another program on the other one would get
 * what is meant for the lake.
 */
import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { isRecord } from '../json.ts'

export interface Bound {
  readonly port: number
  close(): Promise<void>
}

/** A slow client must not hold a connection: measured against 500 half-open ones. */
const TIMEOUTS = { headersTimeout: 5_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 }
const CONNECTIONS = 256

export interface Handlers {
  readonly request: RequestListener
  readonly upgrade: (incoming: IncomingMessage, socket: Duplex) => void
}

export async function bind(handler: Handlers, port: number, host: string): Promise<Bound> {
  const first = await open(handler, port, host)
  const bound = portOf(first) ?? port
  const second = host === '127.0.0.1' ? await openSecond(handler, bound, first, port === 0) : undefined
  const servers = [first, second].filter((server) => server !== undefined)
  return {
    port: bound,
    close: async () => {
      await Promise.all(servers.map(close))
    },
  }
}

async function openSecond(handler: Handlers, port: number, first: Server, any: boolean): Promise<Server | undefined> {
  try {
    return await open(handler, port, '::1')
  } catch (error) {
    // A machine without IPv6 has no second address; a port nobody asked for by number need not be free on both.
    if (!(error instanceof PortTaken) || any) return undefined
    await close(first)
    throw error
  }
}

/** In one line what a person has to do. */
class PortTaken extends Error {}

function open(handler: Handlers, port: number, host: string): Promise<Server> {
  const server = createServer(TIMEOUTS, handler.request)
  server.on('upgrade', handler.upgrade)
  server.maxConnections = CONNECTIONS
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(isRecord(error) && error['code'] === 'EADDRINUSE' ? taken(port, host) : error),
    )
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number | undefined {
  const address = server.address()
  return isRecord(address) && typeof address['port'] === 'number' ? address['port'] : undefined
}

function taken(port: number, host: string): PortTaken {
  return new PortTaken(
    `Expected port ${port} on ${host} to be free, found another program on it; stop that one or choose another port.`,
  )
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
