/**
 * Names that nobody chose.
 *
 *   randomId()   →  'M5yxdnIFfo2xsqhUyZRVGZ'   22 letters and digits, as Sanity makes them
 *   randomKey()  →  '3f9c0a7be142'             12 hexadecimal digits, for `_key`
 */
import { randomBytes } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export function randomId(): string {
  let id = ''
  // 22 of 62 signs hold 130 bits; the slight favour of the modulo for the first signs costs less than one of them.
  for (const byte of randomBytes(22)) id += ALPHABET.charAt(byte % ALPHABET.length)
  return id
}

export function randomKey(): string {
  return randomBytes(6).toString('hex')
}
