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

/** A month, like the Studio's own sessions; a name a year, for it is no secret. */
const MONTH = 30 * 24 * 60 * 60
const YEAR = 365 * 24 * 60 * 60

const page = (title: string, body: string): string => `<!doctype html><html lang="zh-Hans"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.8 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}
input,button{font:inherit;padding:.4rem .8rem}</style><h1>${title}</h1>
${body}</html>`

const TOKEN_PAGE = page(
  '登录编辑台',
  `<p>请打开 <code>npm start</code> 在终端里印出的登录地址，或在此填入令牌。</p>
<form action="/sign-in"><label>令牌 <input name="token" type="password" autocomplete="off" required></label>
<button>登录</button></form>`,
)

const namePage = (studioPath: string): string =>
  page(
    '您是哪位编辑？',
    `<p>名字记在修改历史里，别的编辑也看得见。这个浏览器只问这一次。</p>
<form action="/sign-in"><label>姓名 <input name="name" autocomplete="name" maxlength="40" required autofocus></label>
<button>进入编辑台</button></form>
<p><a href="${studioPath}">不留姓名，直接进入</a>（修改记为“${NOBODY.name}”）</p>`,
  )

export function signIn(gate: Gate, url: URL, cookies: string, studioPath: string): Response {
  const { secrets } = gate.settings
  const token = url.searchParams.get('token')
  const hasToken = token !== null && secrets.isToken(token)
  const name = readName(url.searchParams.get('name'))
  if (!hasToken && !(token === null && name !== undefined && secrets.isCookie(cookies))) return answer(401, TOKEN_PAGE)
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
