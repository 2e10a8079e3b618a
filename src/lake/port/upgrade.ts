/**
 * Takes an editor's browser into the presence channel, or closes the connection.
 *
 *   GET /v2022-06-30/socket/production with "Upgrade: websocket", an allowed Origin and the cookie  →  101
 *   anything else                                                                                   →  403
 *
 * WebSockets are not bound by the same-origin rule: without the gate any page could listen in.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { editorOf } from '../editor.ts'
import type { Gate } from './gate.ts'
import { isSocket } from './kind.ts'
import { addressOf } from './node.ts'
import type { Presence } from './presence.ts'

export function upgrade(gate: Gate, presence: Presence, incoming: IncomingMessage, socket: Duplex): void {
  const { headers } = incoming
  const url = addressOf(incoming)
  const key = headers['sec-websocket-key']
  const refusal = gate.judge({ kind: 'me', path: url.pathname, ticket: undefined, headers })
  if (refusal !== undefined || key === undefined || !isSocket(url.pathname)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    return
  }
  presence.join(socket, key, editorOf(headers.cookie).id)
}
