/**
 * The plan as Netlify and Cloudflare Pages read it: two files in the site's root.
 *
 *   netlifyFiles(plan)  →  { headers: '/*\n  content-security-policy: …', redirects: '/old.html /new.html 301\n', … }
 *
 * Both send pages with `max-age=0, must-revalidate` by themselves; a second value would be joined to it, so only hashed files name
 * theirs.
 *
 * Netlify sends the page that stands at a former address unless the rule is forced (`301!`); Cloudflare knows no `!`, passes over a line
 * with one, and reads no more than 2,000. So that both lead on, the first 2,000 former addresses have no page in this folder and a rule
 * without `!`; those beyond keep the page that leads on, and a forced rule.
 *
 * A page can be sent with status 410 by Netlify alone, from another address than its own: a rule from a page to itself is passed over.
 * Cloudflare passes over these lines: the tombstone is a page like any other there, kept from search engines by itself.
 */
import { OPEN, SPECULATION, type Plan } from './plan.ts'

/** https://developers.cloudflare.com/pages/configuration/redirects/ */
const MOST_RULES = 2000
const GONE = '/410'

export interface NetlifyFiles {
  headers: string
  redirects: string
  /** Addresses whose page must not stand in the folder. */
  without: string[]
  /** From which page to which address it is to be copied. */
  copies: [page: string, copy: string][]
}

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`

const rule = (from: string, to: string, status: string): string => `${encodeURI(from)} ${encodeURI(to)} ${status}\n`

export function netlifyFiles({ always, caching, moved, gone }: Plan): NetlifyFiles {
  const known = Object.entries(moved)
  const copies = gone.map((page): [string, string] => [page, GONE + page])
  return {
    headers: [
      block('/*', always),
      block('/pictures/*', { 'cache-control': caching.hashed }),
      block(`${OPEN.folder}*`, { 'access-control-allow-origin': '*' }),
      block(OPEN.file, { 'access-control-allow-origin': '*' }),
      block(SPECULATION, { 'content-type': 'application/speculationrules+json' }),
    ].join(''),
    redirects: [
      ...known.map(([from, to], at) => rule(from, to, at < MOST_RULES ? '301' : '301!')),
      ...copies.map(([page, copy]) => rule(page, copy, '410!')),
    ].join(''),
    without: known.slice(0, MOST_RULES).map(([from]) => from),
    copies,
  }
}
