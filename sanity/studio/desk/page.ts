/**
 * The page that opens the Studio: Sanity's, made ours.
 *
 *   ownPage('<html lang="en">…<title>Sanity Studio</title><script>errors()</script>…', { basePath: '/studio', embedded: true })
 *     →  { html: '<html lang="zh-Hans">…<title>责编</title><script src="/studio/static/page.js"></script>…', script: QUIET + 'errors()' }
 *
 * Nothing in it comes from another host (a newsroom works without the internet), and no script stands in it, so that it can be served
 * with `Content-Security-Policy: script-src 'self'`.
 */
export const SCRIPT_FILE = 'static/page.js'

/**
 * The Studio asks Sanity's own services for a newer version, for the user of a project that is not there, and reports errors to them.
 * On the embedded lake none of that may leave the house, and there is no option for it: the page answers in their place.
 */
const QUIET = `;(function () {
  var ask = window.fetch
  window.fetch = function (input, init) {
    var url = new URL(input instanceof Request ? input.url : String(input), location.href)
    if (!/(^|\\.)(sanity\\.io|sanity-cdn\\.com)$/.test(url.hostname)) return ask.call(window, input, init)
    var headers = { 'content-type': 'application/json' }
    return Promise.resolve(new Response('{}', { status: /\\/users\\/me$/.test(url.pathname) ? 401 : 200, headers: headers }))
  }
})()
`

/** Letters that a browser would fetch from Sanity's host; the reader's own fonts have the Chinese ones anyway. */
const FOREIGN_FONT = /@font-face\s*\{[^}]*https?:[^}]*\}/gu

export const ownStyles = (css: string): string => css.replaceAll(FOREIGN_FONT, '')

export function ownPage(
  html: string,
  { basePath, embedded }: { basePath: string; embedded: boolean },
): { html: string; script: string } {
  const scripts: string[] = embedded ? [QUIET] : []
  const own = ownStyles(html)
    .replace('<html lang="en">', '<html lang="zh-Hans">')
    .replace('<title>Sanity Studio</title>', '<title>责编</title>')
    .replace('<h1>JavaScript disabled</h1>', '<h1>需要 JavaScript</h1>')
    .replace(/<p>Please <a href="[^"]*">.*?<\/p>/su, '<p>请在浏览器中允许运行 JavaScript，再重新打开本页。</p>')
    .replaceAll(/<script src="https?:\/\/[^"]*"[^>]*><\/script>/gu, '')
    .replaceAll(/(href|src)="\/static\//gu, `$1="${basePath}/static/`)
    .replaceAll(/<script>(.*?)<\/script>/gsu, (_, script: string) => {
      scripts.push(script)
      return ''
    })
  const asked = `<script src="${basePath}/${SCRIPT_FILE}"></script></head>`
  return { html: own.replace('</head>', () => asked), script: scripts.join('\n;') }
}
