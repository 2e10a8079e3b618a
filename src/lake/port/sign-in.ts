/**
 * GET /sign-in?token=…: makes the browser an editor's, asks once for the editor's name, and opens the Studio.
 *
 *   ?token=s3cret                      →  200 with the cookie, a page that asks for a name; 303 to the Studio where one is known
 *   ?token=s3cret&name=韩岭             →  303 to the Studio, with both cookies
 *   ?name=韩岭, signed in               →  303 to the Studio, with the name's cookie
 *   another token, or none             →  401, a page that says what to do
 */
import { NAME_COOKIE, NOBODY, editorOf, readName } from '../editor.ts'
import type { Gate } from './gate.ts'
import { namePage, tokenPage } from './sign-in-page.ts'

/** A month, like the Studio's own sessions; a name a year, for it is no secret. */
const MONTH = 30 * 24 * 60 * 60
const YEAR = 365 * 24 * 60 * 60

export function signIn(gate: Gate, url: URL, cookies: string, studioPath: string): Response {
  const { secrets } = gate.settings
  const token = url.searchParams.get('token')
  const hasToken = token !== null && secrets.isToken(token)
  const name = readName(url.searchParams.get('name'))
  if (!hasToken && !(token === null && name !== undefined && secrets.isCookie(cookies)))
    return answer(401, tokenPage({ isWrong: token !== null && token !== '' }))
  const isKnown = name !== undefined || editorOf(cookies) !== NOBODY
  const response = isKnown ? answer(303, null, studioPath) : answer(200, namePage(studioPath))
  if (hasToken) response.headers.append('set-cookie', cookie(secrets.cookie(), MONTH))
  if (name !== undefined)
    response.headers.append('set-cookie', cookie(`${NAME_COOKIE}=${encodeURIComponent(name)}`, YEAR))
  return response
}

const cookie = (pair: string, seconds: number): string =>
  `${pair}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${seconds}`

function answer(status: number, body: string | null, location?: string): Response {
  const csp = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
  return new Response(body, {
    status,
    headers: {
      'cache-control': 'no-store',
      // The address holds the token: it must not travel on in a Referer, and no cache may keep it.
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...(location === undefined ? {} : { location }),
      ...(body === null ? {} : { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp }),
    },
  })
}
