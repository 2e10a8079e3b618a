/**
 * Who else is in a document: what one Studio says of itself is passed on to the others (JSON-RPC over a WebSocket).
 *
 *   ← {"method":"presence_subscribe","id":"1"}                 → {"id":"1","result":"p1"}
 *   ← {"method":"presence_announce","params":{"data":{…}}}     → to all: {"method":"presence_subscription","params":{…}}
 *
 * Nothing is kept: each Studio tells again when another asks.
 */
import type { Duplex } from 'node:stream'
import { type JsonObject, isRecord, parseJson } from '../json.ts'
import { CLOSE, PING, PONG, TEXT, acceptKey, frame, readFrames } from './frame.ts'

const HEARTBEAT_MS = 20_000
const MOST = 200

export class Presence {
  #sockets = new Map<Duplex, { editor: string; subscriptions: Set<string> }>()
  #count = 0

  /** `editor` is the id of whoever sits there. */
  join(socket: Duplex, key: string, editor: string): void {
    if (this.#sockets.size >= MOST) {
      socket.destroy()
      return
    }
    const head = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: Upgrade']
    socket.write(`${[...head, `sec-websocket-accept: ${acceptKey(key)}`].join('\r\n')}\r\n\r\n`)
    this.#sockets.set(socket, { editor, subscriptions: new Set() })
    const beat = setInterval(() => socket.write(frame(TEXT, Buffer.from('♥'))), HEARTBEAT_MS).unref()
    let waiting: Buffer = Buffer.alloc(0)
    socket.on('data', (bytes: Buffer) => {
      const read = readFrames(Buffer.concat([waiting, bytes]))
      waiting = read?.rest ?? waiting
      if (read === undefined) socket.destroy()
      for (const { opcode, payload } of read?.frames ?? []) this.#receive(socket, opcode, payload)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearInterval(beat)
      this.#sockets.delete(socket)
    })
  }

  close(): void {
    for (const socket of this.#sockets.keys()) socket.destroy()
  }

  #receive(socket: Duplex, opcode: number, payload: Buffer): void {
    if (opcode === PING) socket.write(frame(PONG, payload))
    if (opcode === CLOSE) socket.end(frame(CLOSE, payload))
    const call = opcode === TEXT ? parseJson(payload.toString('utf8')) : undefined
    if (!isRecord(call)) return
    const result = this.#answer(socket, String(call['method']), isRecord(call['params']) ? call['params'] : {})
    socket.write(frame(TEXT, Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: call['id'], result }))))
  }

  #answer(socket: Duplex, method: string, params: JsonObject): unknown {
    const i = this.#sockets.get(socket)?.editor
    switch (method) {
      case 'presence_subscribe': {
        this.#count += 1
        this.#sockets.get(socket)?.subscriptions.add(`p${this.#count}`)
        return `p${this.#count}`
      }
      case 'presence_unsubscribe':
        return this.#sockets.get(socket)?.subscriptions.delete(String(params['subscriptionId'])) ?? false
      case 'presence_rollcall':
        return this.#tell({ type: 'rollCall', i, session: params['session'] })
      case 'presence_announce':
        return this.#tell({ type: 'state', i, m: params['data'] })
      case 'presence_disconnect':
        return this.#tell({ type: 'disconnect', i, m: { session: params['session'] } })
      default:
        return true
    }
  }

  #tell(result: JsonObject): boolean {
    for (const [socket, { subscriptions }] of this.#sockets) {
      for (const subscription of subscriptions) {
        const call = { jsonrpc: '2.0', method: 'presence_subscription', params: { subscription, result } }
        socket.write(frame(TEXT, Buffer.from(JSON.stringify(call))))
      }
    }
    return true
  }
}
