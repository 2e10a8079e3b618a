/**
 * Sanity's signature of a hook: when it was signed, and an HMAC-SHA256 over that instant and the raw body.
 *
 *   formatSignature({ at: 1700000000000, code: 'dGVzdA' })   →  't=1700000000000,v1=dGVzdA'
 *   parseSignature('t=1700000000000,v1=dGVzdA')              →  { at: 1700000000000, code: 'dGVzdA' }
 *   judgeSignature(header, body, { secrets, now })           →  undefined when it is good, else why not
 *
 * The format of `sanity-webhook-signature` (https://www.sanity.io/docs/webhooks). Compared in constant time and on bytes: of two bodies
 * that are not UTF-8, one must not pass for the other.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const SIGNATURE_HEADER = 'sanity-webhook-signature'

interface Signature {
  /** Milliseconds since 1970. */
  at: number
  /** Base64url without padding. */
  code: string
}

const FORMAT = /^t=(?<at>\d{1,16}),v1=(?<code>[A-Za-z0-9_-]{1,100})$/u

export function parseSignature(header: string): Signature | undefined {
  const { at, code } = FORMAT.exec(header.trim())?.groups ?? {}
  return at === undefined || code === undefined ? undefined : { at: Number(at), code }
}

export const formatSignature = ({ at, code }: Signature): string => `t=${at},v1=${code}`

/** A secret, an instant and a body in, the header's value out. */
export function sign(secret: string, at: number, body: Uint8Array): string {
  return formatSignature({ at, code: codeOf(secret, at, body).toString('base64url') })
}

const codeOf = (secret: string, at: number, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${at}.`).update(body).digest()

/**
 * How old a signature may be, and how far ahead a clock may be, in milliseconds. Sanity tries again for up to half an hour, and does not
 * say whether it signs each attempt anew; a shorter window would turn its own attempts into refusals, which it never repeats.
 */
export const WINDOW = { past: 45 * 60_000, ahead: 5 * 60_000 } as const

export type Refusal = 'no signature' | 'not a signature' | 'another secret' | 'too old' | 'from the future'

export function judgeSignature(
  header: string | undefined,
  body: Uint8Array,
  { secrets, now }: { secrets: readonly string[]; now: number },
): Refusal | undefined {
  if (header === undefined) return 'no signature'
  const signature = parseSignature(header)
  if (signature === undefined) return 'not a signature'
  const given = Buffer.from(signature.code, 'base64url')
  // Each secret is tried to the end: how long it takes must not say which one was nearly right.
  const good = secrets.map((secret) => isEqual(codeOf(secret, signature.at, body), given)).includes(true)
  if (!good || given.toString('base64url') !== signature.code) return 'another secret'
  if (signature.at < now - WINDOW.past) return 'too old'
  return signature.at > now + WINDOW.ahead ? 'from the future' : undefined
}

const isEqual = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other)
