/**
 * GET /sign-in?token=…: makes the browser an editor's, and opens the Studio.
 *
 *   signIn(gate, new URL('http://lake/sign-in?token=s3cret'), '/')  →  303 to "/", with the cookie
 *   with another token, or none                                     →  401, a page that says what to do
 */
import type { Gate } from './gate.ts'

/** A month, like the Studio's own sessions. */
const SECONDS = 30 * 24 * 60 * 60

const PAGE = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>登录</title><style>body{font:1.1rem/1.8 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}
input,button{font:inherit;padding:.4rem .8rem}</style><h1>登录编辑台</h1>
<p>请打开 <code>npm start</code> 在终端里印出的登录地址，或在此填入令牌。</p>
<form action="/sign-in"><label>令牌 <input name="token" type="password" autocomplete="off" required></label>
<button>登录</button></form></html>`

export function signIn(gate: Gate, url: URL, studioPath: string): Response {
  const { secrets } = gate.settings
  const given = url.searchParams.get('token')
  // The address holds the token: it must not travel on in a Referer, and no cache may keep it.
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' }
  if (given !== null && secrets.isToken(given)) {
    const cookie = `${secrets.cookie()}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${SECONDS}`
    return new Response(null, { status: 303, headers: { ...headers, location: studioPath, 'set-cookie': cookie } })
  }
  const csp = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
  return new Response(PAGE, {
    status: 401,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp },
  })
}
