/**
 * Who may ask for what, decided before the lake sees a request.
 *
 *   gate.judge({ kind: 'change', method: 'POST', path: '/v1/data/mutate/production', headers })
 *   →  undefined                                 let through
 *   →  { status: 403, message: 'The page at …' }  refused; nothing was read or changed
 *
 * The lake stands on a machine where a browser shows strange pages. Whatever such a page makes the browser send is known by its Host
 * (DNS rebinding), its Origin or its Sec-Fetch-Site; what changes anything also needs the token or the editor's cookie.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { type HostName, isLoopbackName, readHost } from './host.ts'
import type { Secrets } from './secret.ts'

export type Kind = 'read' | 'change' | 'upload' | 'asset' | 'me' | 'preflight' | 'page' | 'sign-in'

export interface Asked {
  readonly kind: Kind
  /** Path and query, without a ticket. */
  readonly path: string
  readonly ticket: string | undefined
  readonly headers: IncomingHttpHeaders
}

export interface Refusal {
  readonly status: 401 | 403 | 415 | 421
  readonly message: string
}

export interface GateSettings {
  readonly secrets: Secrets
  /** Exact origins of Studios elsewhere. */
  readonly origins: ReadonlySet<string>
  /** Names beyond loopback that the lake is reached by. */
  readonly hosts: ReadonlySet<string>
  /** Bound beyond loopback: then reading needs the token too. */
  readonly exposed: boolean
  readonly mainPort: () => number
  readonly isBound: (port: number) => boolean
  readonly now: () => number
}

/** What a form can send without asking first; only a page's script can send anything else, and it has to ask. */
const FORM_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])

export class Gate {
  readonly settings: GateSettings

  constructor(settings: GateSettings) {
    this.settings = settings
  }

  judge(asked: Asked): Refusal | undefined {
    const { headers, kind } = asked
    const host = readHost(headers.host)
    if (host === undefined || !this.#answersTo(host))
      return refuse(421, `This lake does not answer to the name "${(headers.host ?? '').slice(0, 80)}"`)
    const hasTicket = this.#hasTicket(asked)
    const strange = this.#strangePage(asked, hasTicket)
    if (strange !== undefined) return strange
    if (kind === 'preflight' || kind === 'page' || kind === 'sign-in' || kind === 'asset') return undefined
    if (kind === 'change' || kind === 'upload') return this.#mayChange(asked)
    // Programs on this machine may read; a browser's reader has to have signed in before the Studio opens.
    const needsName = this.settings.exposed || (kind === 'me' && isBrowser(headers))
    if (needsName && !hasTicket && !this.isSignedIn(headers)) return unauthorized()
    return undefined
  }

  isSignedIn(headers: IncomingHttpHeaders): boolean {
    return this.#hasToken(headers) || this.settings.secrets.isCookie(headers.cookie ?? '')
  }

  /** The lake's own page, or a Studio elsewhere that the owner named. Compared whole: no suffix, no pattern. */
  isAllowedOrigin(origin: string): boolean {
    if (this.settings.origins.has(origin)) return true
    const host = origin.startsWith('http://') ? readHost(origin.slice('http://'.length)) : undefined
    return host !== undefined && this.#isName(host.name) && (host.port ?? 80) === this.settings.mainPort()
  }

  #answersTo({ name, port }: HostName): boolean {
    if (this.settings.hosts.has(name)) return true
    return isLoopbackName(name) && this.settings.isBound(port ?? 80)
  }

  #isName(name: string): boolean {
    return isLoopbackName(name) || this.settings.hosts.has(name)
  }

  /** A request that a foreign page made the browser send. */
  #strangePage({ kind, headers }: Asked, hasTicket: boolean): Refusal | undefined {
    const { origin } = headers
    const site = headers['sec-fetch-site']
    if (origin !== undefined) {
      // After a redirect across origins a browser says "null"; so does any sandboxed page, hence only with our ticket.
      const allowed = origin === 'null' ? hasTicket : this.isAllowedOrigin(origin)
      return allowed ? undefined : refuse(403, `The page at "${origin.slice(0, 80)}" is not allowed to use this lake`)
    }
    if (site === undefined || site === 'same-origin') return undefined
    if (site === 'none' && kind !== 'change' && kind !== 'upload') return undefined
    // A link to the Studio may stand anywhere: what it opens is a page of its own, which the other can't read.
    const opens = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
    if ((kind === 'page' || kind === 'sign-in') && opens) return undefined
    // Pictures are named by their hash; beside the lake, or for a Studio elsewhere, they may be shown.
    if (kind === 'asset' && (site === 'same-site' || this.settings.origins.size > 0)) return undefined
    return refuse(403, 'A page of another site is not allowed to use this lake')
  }

  #mayChange(asked: Asked): Refusal | undefined {
    const { headers, kind } = asked
    const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    const hasToken = this.#hasToken(headers)
    if (!hasToken && !this.settings.secrets.isCookie(headers.cookie ?? '')) return unauthorized()
    if (kind === 'change' && type !== 'application/json')
      return refuse(415, 'A change needs the header "Content-Type: application/json"')
    if (hasToken) return undefined
    // A browser always says where a change comes from; a cookie without that comes from something else.
    const fromPage = headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin'
    if (!fromPage) return refuse(403, 'A change with a cookie needs the header "Origin"')
    // A plain text file is uploaded as such, which a form could feign, but not with our own origin.
    if (kind === 'upload' && FORM_TYPES.has(type) && type !== 'text/plain')
      return refuse(415, 'An upload needs the media type of the file as "Content-Type"')
    return undefined
  }

  #hasToken(headers: IncomingHttpHeaders): boolean {
    const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
    return given !== undefined && this.settings.secrets.isToken(given)
  }

  #hasTicket({ kind, ticket, path }: Asked): boolean {
    const { secrets, now } = this.settings
    if (ticket === undefined) return false
    // Asking whether a request would be allowed comes before it, with the same address.
    return kind === 'preflight' ? secrets.isTicket(ticket, path, now()) : secrets.useTicket(ticket, path, now())
  }
}

function isBrowser(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined
}

function refuse(status: Refusal['status'], message: string): Refusal {
  return { status, message }
}

function unauthorized(): Refusal {
  return refuse(401, 'Unauthorized: needs "Authorization: Bearer" with the token of this lake, or signing in')
}
