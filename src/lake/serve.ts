/**
 * Puts a lake behind a port, for a browser or another process.
 *
 *   const served = await serveLake(lake, { port: 3333 })
 *   →  { url: 'http://localhost:3333', signIn: 'http://localhost:3333/sign-in?token=…', token: '…', close }
 *
 * Loopback only unless another host is named. Who may do what is decided in `port/gate.ts`; this file only leads a request past it.
 */
import { randomBytes } from 'node:crypto'
import type { Lake } from './lake.ts'
import { type Bound, type Handlers, bind } from './port/bind.ts'
import { Gate } from './port/gate.ts'
import { isLoopbackAddress } from './port/host.ts'
import { SIGN_IN } from './port/kind.ts'
import { Presence } from './port/presence.ts'
import { type ServeOptions, respond } from './port/respond.ts'
import { Secrets } from './port/secret.ts'
import { Siblings } from './port/siblings.ts'
import { upgrade } from './port/upgrade.ts'

export interface ServedLake {
  readonly url: string
  /** The address that signs an editor's browser in. */
  readonly signIn: string
  readonly token: string
  close(): Promise<void>
}

export async function serveLake(lake: Lake, options: ServeOptions): Promise<ServedLake> {
  const { port, host = '127.0.0.1' } = options
  const exposed = !isLoopbackAddress(host)
  // An empty token, as of a variable that is set to nothing, is none: anyone could guess it.
  const given = [options.token, lake.token].find((token) => token !== undefined && token !== '')
  if (exposed && given === undefined) {
    throw new Error(
      `Expected a token for a lake on ${host}, where others can reach it, found none; set one, or leave the host out.`,
    )
  }
  const token = given ?? randomBytes(24).toString('base64url')
  const state: { main?: Bound } = {}
  const mainPort = (): number => state.main?.port ?? port
  const presence = new Presence()
  const handlers = (isSibling: boolean): Handlers => ({
    // A reader that goes away in the middle is no fault of the lake; there is nobody left to tell.
    request: (incoming, outgoing) => {
      respond({ lake, gate, siblings, options, isSibling }, incoming, outgoing).catch(() => outgoing.destroy())
    },
    upgrade: (incoming, socket) => upgrade(gate, presence, incoming, socket),
  })
  const siblings = new Siblings(handlers(true), host, mainPort)
  const gate = new Gate({
    secrets: new Secrets(token, () => `zebian-${mainPort()}`),
    origins: new Set(options.origins),
    hosts: new Set([...(options.hosts ?? []), ...(exposed ? [host] : [])].map((name) => name.toLowerCase())),
    exposed,
    mainPort,
    isBound: (bound) => bound === mainPort() || siblings.has(bound),
    now: () => Date.now(),
  })
  state.main = await bind(handlers(false), port, host)
  const url = `http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${mainPort()}`
  return {
    url,
    signIn: `${url}${SIGN_IN}?token=${encodeURIComponent(token)}`,
    token,
    close: async () => {
      presence.close()
      await Promise.all([state.main?.close(), siblings.close()])
    },
  }
}
