/**
 * Frames of a WebSocket (RFC 6455), as far as short texts need them.
 *
 *   textFrame('hi')            →  <81 02 68 69>
 *   readFrames(bytes)          →  { frames: [{ opcode: 1, payload: <…> }], rest: <…> }
 *   acceptKey('dGhlIHNhbXBsZSBub25jZQ==')  →  's3pPLMBiTxaQ9kYGzzhZRbK+xOo='
 */
import { createHash } from 'node:crypto'

export const TEXT = 1
export const CLOSE = 8
export const PING = 9
export const PONG = 10

interface Frame {
  readonly opcode: number
  readonly payload: Buffer
}

const LONGEST = 100_000

export function acceptKey(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
}

export function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), payload])
  const head = Buffer.from([0x80 | opcode, 126, 0, 0])
  head.writeUInt16BE(Math.min(length, 0xffff), 2)
  return Buffer.concat([head, payload.subarray(0, 0xffff)])
}

/** `undefined` when what came is no frame that a Studio sends: split, unmasked or too long. */
export function readFrames(bytes: Buffer): { frames: Frame[]; rest: Buffer } | undefined {
  const frames: Frame[] = []
  let rest = bytes
  while (rest.length >= 2) {
    const [first = 0, second = 0] = rest
    const short = second & 0x7f
    if ((first & 0xf0) !== 0x80 || (second & 0x80) === 0 || short === 127) return undefined
    const start = short === 126 ? 4 : 2
    if (rest.length < start) break
    const length = short === 126 ? rest.readUInt16BE(2) : short
    if (length > LONGEST) return undefined
    if (rest.length < start + 4 + length) break
    const mask = rest.subarray(start, start + 4)
    const payload = Buffer.from(rest.subarray(start + 4, start + 4 + length))
    for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] ?? 0)
    frames.push({ opcode: first & 0x0f, payload })
    rest = rest.subarray(start + 4 + length)
  }
  return { frames, rest }
}
