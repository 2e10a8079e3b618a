/**
 * How a site is served, whatever the server: one plan from which every configuration is printed.
 *
 *   planOf({ styles: SHEETS, moved: { '/old.html': '/new.html' }, gone: ['/withdrawn.html'] })
 *   headersFor('/pictures/3f.png', plan)  →  { 'cache-control': 'public, max-age=31536000, immutable', … }
 *
 * Security headers by https://owasp.org/www-project-secure-headers/ and https://www.w3.org/TR/CSP3/: nothing is loaded but our own
 * pictures and data, no script is inline, and a style only by its digest. `connect-src 'self'` is there for tools that read
 * /robots.txt from the page. Search has a script of its own, therefore `script-src 'self'`.
 */
import { createHash } from 'node:crypto'

export interface Plan {
  /** On every answer. */
  always: Readonly<Record<string, string>>
  /** Cache-control of pages, which are asked for again, and of files whose name is the digest of their bytes. */
  caching: { pages: string; hashed: string }
  /** From where to where, both as they are written, not percent-encoded. */
  moved: Readonly<Record<string, string>>
  /** Every address that a withdrawn article has or had: its page is sent with status 410. */
  gone: readonly string[]
}

interface Given {
  /** Every style sheet that a page may carry inline. */
  styles: readonly string[]
  moved: Readonly<Record<string, string>>
  gone: readonly string[]
}

/** Folders in which a file's name changes with its bytes. */
export const HASHED = /^\/pictures\//u
/** What the Studio at another address may read. */
export const OPEN = { folder: '/live/', file: '/publish.json' } as const
const isOpen = (address: string): boolean => address.startsWith(OPEN.folder) || address === OPEN.file
export const SPECULATION = '/speculation.json'

/** Which next pages a browser may fetch ahead: articles and lists under the pointer, nothing with a query. */
export const speculationRules = (): string =>
  JSON.stringify({
    prefetch: [
      { where: { and: [{ href_matches: '/*' }, { not: { href_matches: '/*\\?*' } }] }, eagerness: 'moderate' },
    ],
  })

export function planOf({ styles, moved, gone }: Given): Plan {
  return {
    always: {
      'content-security-policy': policyOf(styles),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'speculation-rules': `"${SPECULATION}"`,
    },
    caching: { pages: 'public, max-age=0, must-revalidate', hashed: 'public, max-age=31536000, immutable' },
    moved,
    gone: [...gone].toSorted(),
  }
}

/** `default-src 'none'; style-src 'sha256-…' …` */
function policyOf(styles: readonly string[]): string {
  const digests = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  return [
    "default-src 'none'",
    `style-src ${digests.join(' ')}`,
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** An address in, the headers of its answer out: what a server of our own needs. */
export function headersFor(address: string, { always, caching }: Plan): Record<string, string> {
  return {
    ...always,
    'cache-control': HASHED.test(address) ? caching.hashed : caching.pages,
    ...(isOpen(address) ? { 'access-control-allow-origin': '*' } : {}),
    ...(address === SPECULATION ? { 'content-type': 'application/speculationrules+json' } : {}),
  }
}
