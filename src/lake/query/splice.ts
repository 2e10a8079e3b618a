/**
 * Prints a result, taking the stored bytes for every document in it that is untouched.
 *
 *   splice([document, { title: '…' }])  →  '[', stored bytes, ',', '{"title":"…"}', ']'
 *
 * Reading a whole archive so costs a copy instead of printing it again.
 */
import { jsonBytes } from '../json.ts'
import { bytesOf } from '../store/entry.ts'

const OPEN = Buffer.from('[')
const COMMA = Buffer.from(',')
const CLOSE = Buffer.from(']')

export function splice(result: unknown): Buffer[] {
  const whole = bytesOf(result)
  if (whole !== undefined) return [whole]
  if (!Array.isArray(result) || !result.some((item) => bytesOf(item) !== undefined)) return [jsonBytes(result ?? null)]
  const parts: Buffer[] = [OPEN]
  for (const item of result) {
    if (parts.length > 1) parts.push(COMMA)
    parts.push(bytesOf(item) ?? jsonBytes(item ?? null))
  }
  parts.push(CLOSE)
  return parts
}
