/**
 * The plan as nginx reads it: one file for `http { }`, one for `server { }`.
 *
 *   nginxFiles(plan, '/srv/zebian/site')  →  { http: 'map $uri $zebian_moved { … }', server: 'root …; …' }
 *
 * Moved and withdrawn addresses are maps, looked up by hash, so that a hundred thousand of them cost nothing. Every header stands at
 * one level, for nginx drops inherited ones where a location adds its own.
 */
import { HASHED, OPEN, SPECULATION, type Plan } from './plan.ts'

export function nginxFiles(plan: Plan, root: string): { http: string; server: string } {
  return { http: httpFile(plan), server: serverFile(plan, root) }
}

/** A word between quotes: no address holds a quote or a backslash, but a variable would be read in a `$`. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\]/gu, String.raw`\$&`).replaceAll('$', '${zebian_dollar}')}"`

const rows = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('')

function httpFile({ moved, gone, caching }: Plan): string {
  return `# In http { }.
map_hash_max_size 262144;
map_hash_bucket_size 1024;
map $uri $zebian_moved {
${rows(Object.entries(moved).map(([from, to]) => `${quoted(from)} ${quoted(encodeURI(to))};`))}}
map $uri $zebian_gone {
${rows(gone.map((address) => `${quoted(address)} 1;`))}}
map $uri $zebian_cache {
  default ${quoted(caching.pages)};
  ~${HASHED.source.replaceAll(String.raw`\/`, '/')} ${quoted(caching.hashed)};
}
map $uri $zebian_open {
  "~^${OPEN.folder}" "*";
  ${quoted(OPEN.file)} "*";
}
`
}

function serverFile({ always }: Plan, root: string): string {
  const headers = Object.entries(always).map(([name, value]) => `add_header ${name} ${singleQuoted(value)} always;`)
  return `# In server { }.
root ${quoted(root)};
index index.html;
charset utf-8;
charset_types text/html text/plain application/json;
gzip_static on;
gzip_vary on;
# With the module ngx_http_brotli_static: brotli_static on;
${headers.join('\n')}
add_header cache-control $zebian_cache always;
add_header access-control-allow-origin $zebian_open always;
error_page 404 /404.html;
error_page 410 @zebian_gone;
if ($zebian_moved) { return 301 $zebian_moved; }
if ($zebian_gone) { return 410; }
location @zebian_gone { try_files $uri =410; }
location = ${SPECULATION} { types { } default_type application/speculationrules+json; }
location / { try_files $uri $uri/index.html =404; }
`
}

/** Policies hold single quotes, rules double ones; a word of nginx may hold the other kind. */
const singleQuoted = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`)
