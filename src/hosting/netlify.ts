/**
 * The plan as Netlify and Cloudflare Pages read it: two files in the site's root.
 *
 *   netlifyFiles(plan)  →  { headers: '/*\n  content-security-policy: …', redirects: '/old.html /new.html 301!\n' }
 *
 * Both send pages with `max-age=0, must-revalidate` by themselves; a second value would be joined to it, so only hashed files name
 * theirs. Neither can send a page with status 410: the tombstone is a page like any other there, kept from search engines by itself.
 * Cloudflare reads the first 2,000 redirects; those beyond are served by the page that stands at the former address.
 */
import { OPEN, SPECULATION, type Plan } from './plan.ts'

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`

export function netlifyFiles({ always, caching, moved }: Plan): { headers: string; redirects: string } {
  return {
    headers: [
      block('/*', always),
      block('/pictures/*', { 'cache-control': caching.hashed }),
      block(`${OPEN.folder}*`, { 'access-control-allow-origin': '*' }),
      block(OPEN.file, { 'access-control-allow-origin': '*' }),
      block(SPECULATION, { 'content-type': 'application/speculationrules+json' }),
    ].join(''),
    redirects: Object.entries(moved)
      .map(([from, to]) => `${encodeURI(from)} ${encodeURI(to)} 301!\n`)
      .join(''),
  }
}
