/**
 * The token, the editor's cookie that is made from it, and tickets for one stream.
 *
 *   const secrets = new Secrets('s3cret', () => 'zebian-3333')
 *   secrets.isToken('s3cret')                →  true
 *   secrets.cookie()                         →  'zebian-3333=<43 signs>'
 *   secrets.ticket('/v1/data/listen/x?a=1')  →  'lq3…': lets one request for that path through within 30 s
 *
 * Everything is compared by digest, so that comparing takes the same time whatever was sent. Nothing here is ever printed.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const TICKET_MS = 30_000

export class Secrets {
  #cookieName: () => string
  #token: string
  #session: string
  #ticketKey = randomBytes(32)
  /** Tickets that were used, until they would have expired anyway. */
  #used = new Map<string, number>()

  /** The name is asked for late: a cookie knows no port, and two lakes on one machine must not share theirs. */
  constructor(token: string, cookieName: () => string) {
    this.#token = token
    this.#cookieName = cookieName
    // Not the token itself: what a browser keeps must not open the lake to a program.
    this.#session = createHmac('sha256', token).update('the cookie of an editor').digest('base64url')
  }

  isToken(given: string): boolean {
    return same(given, this.#token)
  }

  cookie(): string {
    return `${this.#cookieName()}=${this.#session}`
  }

  isCookie(header: string): boolean {
    return header.split(';').some((part) => same(part.trim(), this.cookie()))
  }

  ticket(path: string, now: number): string {
    const payload = `${(now + TICKET_MS).toString(36)}.${randomBytes(9).toString('base64url')}`
    return `${payload}.${this.#sign(payload, path)}`
  }

  isTicket(ticket: string, path: string, now: number): boolean {
    const [until = '', nonce = '', signature = ''] = ticket.split('.')
    const expires = Number.parseInt(until, 36)
    if (!same(signature, this.#sign(`${until}.${nonce}`, path))) return false
    return !Number.isNaN(expires) && expires >= now && !this.#used.has(nonce)
  }

  /** True once: a ticket that was seen in a log or history opens nothing. */
  useTicket(ticket: string, path: string, now: number): boolean {
    if (!this.isTicket(ticket, path, now)) return false
    for (const [old, at] of this.#used) if (at < now) this.#used.delete(old)
    this.#used.set(ticket.split('.')[1] ?? '', now + TICKET_MS)
    return true
  }

  #sign(payload: string, path: string): string {
    return createHmac('sha256', this.#ticketKey).update(`${payload} ${path}`).digest('base64url')
  }
}

function same(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
