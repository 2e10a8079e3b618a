/**
 * Leads a request past the gate to whoever answers it: the lake, signing in, a sibling port, or the fallback.
 *
 *   await respond(scene, incoming, outgoing)   →  answered; nothing of a refused request has been read
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerError, httpError, unauthorized } from '../error.ts'
import type { Lake } from '../lake.ts'
import { corsHeaders } from './cors.ts'
import type { Gate } from './gate.ts'
import { readHost } from './host.ts'
import { SIGN_IN, isApi, isProtocolCheck, isStream, kindOf } from './kind.ts'
import { addressOf, send, toRequest } from './node.ts'
import type { Siblings } from './siblings.ts'
import { signIn } from './sign-in.ts'

export interface ServeOptions {
  /** 0 takes any that is free. */
  port: number
  /** Default 127.0.0.1 (and ::1). Anything beyond loopback needs a token. */
  host?: string
  /** What a change needs. Default the lake's own, else a new one each time. */
  token?: string
  /** Exact origins of Studios that stand elsewhere, such as 'http://localhost:5173'. */
  origins?: readonly string[]
  /** Names that the lake is reached by beyond loopback, such as 'lake.example.org' behind a proxy. */
  hosts?: readonly string[]
  /** Where signing in leads. Default '/'. */
  studioPath?: string
  /** Answers what is not the lake's, such as the Studio's files; `undefined` for "not mine". */
  fallback?: (request: Request) => Promise<Response> | undefined
}

export interface Scene {
  readonly lake: Lake
  readonly gate: Gate
  readonly siblings: Siblings
  readonly options: ServeOptions
  readonly isSibling: boolean
}

export async function respond(scene: Scene, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { gate } = scene
  const { method = 'GET', headers } = incoming
  const url = addressOf(incoming)
  const ticket = url.searchParams.get('ticket') ?? undefined
  url.searchParams.delete('ticket')
  const path = `${url.pathname}${url.search}`
  const refusal = gate.judge({ kind: kindOf(method, url.pathname), path, ticket, headers })
  if (refusal !== undefined) {
    // Refused without reading the body: the connection can't be used for anything else.
    const { status, message } = refusal
    const close = { connection: 'close' }
    const answer = answerError(status === 401 ? unauthorized(message, close) : httpError(status, message, close))
    const readable = headers.origin !== undefined && gate.isAllowedOrigin(headers.origin)
    await send(answer, outgoing, readable ? corsHeaders(headers.origin, {}) : {}, method !== 'HEAD')
    return
  }
  const cors = corsHeaders(headers.origin, headers)
  if (method === 'OPTIONS') return send(new Response(null, { status: 204 }), outgoing, cors, false)
  const response = await answer(scene, incoming, url, path)
  await send(response, outgoing, cors, method !== 'HEAD')
}

async function answer(scene: Scene, incoming: IncomingMessage, url: URL, path: string): Promise<Response> {
  const { lake, gate, siblings, options } = scene
  const stream = isStream(url.pathname)
  if (scene.isSibling) {
    if (!stream && !isProtocolCheck(url)) return answerError(httpError(404, 'This port is for streams only'))
    const port = incoming.socket.localPort
    if (port !== undefined) incoming.socket.once('close', siblings.opened(port))
    return lake.fetch(toRequest(incoming, path))
  }
  if (url.pathname === SIGN_IN) return signIn(gate, url, incoming.headers.cookie ?? '', options.studioPath ?? '/')
  if ((stream || isProtocolCheck(url)) && isBrowser(incoming)) return redirect(scene, incoming, path)
  const own = isApi(url.pathname) ? undefined : await options.fallback?.(toRequest(incoming, path))
  return own ?? lake.fetch(toRequest(incoming, path))
}

/** Node's own clients have no limit of six connections, and no Origin. A proxy in front speaks HTTP/2, which has no such limit. */
function isBrowser({ headers, socket }: IncomingMessage): boolean {
  const told = headers.origin ?? headers['sec-fetch-site']
  return told !== undefined && readHost(headers.host)?.port === socket.localPort
}

async function redirect({ gate, siblings }: Scene, { headers }: IncomingMessage, path: string): Promise<Response> {
  const port = await siblings.next()
  const ticket = gate.settings.secrets.ticket(path, Date.now())
  const name = readHost(headers.host)?.name ?? 'localhost'
  const location = `http://${name}:${port}${path}${path.includes('?') ? '&' : '?'}ticket=${ticket}`
  return new Response(null, { status: 307, headers: { location, 'cache-control': 'no-store' } })
}
