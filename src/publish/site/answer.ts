/**
 * What a reader gets for an address of a release: which file, which status, which headers.
 *
 *   answerFor(release, { path: '/', ifNoneMatch: '"3f…"', encodings: 'br' })
 *     →  { status: 304, headers: { etag: '"3f…"', … }, file: undefined }
 *
 * Nothing outside the release is ever answered with: the path is decoded, and held against the root after resolving.
 */
import { stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { OpenRelease } from './open.ts'

export interface Asked {
  url: string
  ifNoneMatch: string | undefined
  encodings: string
}

export interface Answer {
  status: number
  headers: Record<string, string>
  /** Path on disk and bytes; undefined: the headers are all. */
  file: { path: string; size: number } | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json',
  '.link': 'application/link-format',
}
const ALWAYS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }
/**
 * nginx keeps no answer that may be used for no time. With an instant that has passed it keeps it and asks each time whether it still
 * holds, and has it to send while this process is started anew (docs/publishing/nginx.conf). It sends this header to nobody, and
 * heeds it only before `cache-control`.
 */
const KEPT_BY_NGINX = { 'x-accel-expires': '@1' }
/** Best first. */
const SIBLINGS = [
  ['br', '.br'],
  ['zstd', '.zst'],
  ['gzip', '.gz'],
] as const

export async function answerFor(release: OpenRelease, asked: Asked): Promise<Answer> {
  const path = pathOf(asked.url)
  const { manifest } = release
  // Before the file: the page that stands at a former address is for servers that know no redirects.
  const former = path === undefined ? undefined : manifest?.redirects.get(path)
  if (former !== undefined)
    return {
      status: 301,
      headers: { ...ALWAYS, ...KEPT_BY_NGINX, location: encodeURI(former), 'content-length': '0' },
      file: undefined,
    }
  const found = path === undefined ? undefined : await fileAt(release, path)
  if (path !== undefined && found !== undefined) return answerWith(release, asked, path, found)
  const file = await fileAt(release, '/404.html')
  const length = String(file?.size ?? 0)
  // Kept as well: in place of a page that has gone since.
  const headers = { ...ALWAYS, ...KEPT_BY_NGINX, 'content-type': TYPES['.html'] ?? '', 'content-length': length }
  return { status: 404, headers, file }
}

async function answerWith(
  release: OpenRelease,
  { ifNoneMatch, encodings }: Asked,
  path: string,
  plain: { path: string; size: number },
): Promise<Answer> {
  const { manifest } = release
  const status = manifest?.tombstones.includes(path) === true ? 410 : 200
  const picked = await siblingOf(release, path, encodings)
  const file = picked?.file ?? plain
  const digest = manifest?.files.get(path)?.sha256.slice(0, 32)
  const etag = digest === undefined ? undefined : `"${digest}${picked === undefined ? '' : `-${picked.encoding}`}"`
  const headers: Record<string, string> = {
    ...ALWAYS,
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    ...(path.startsWith('/pictures/') ? {} : KEPT_BY_NGINX),
    // A picture's name is the digest of its bytes; all else is asked for again, and mostly answered by 304.
    'cache-control': path.startsWith('/pictures/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding',
    ...(etag === undefined ? {} : { etag }),
    ...(picked === undefined ? {} : { 'content-encoding': picked.encoding }),
    // The Studio stands at another port and may read what stands on the site; nothing else here is for other origins.
    ...(path.startsWith('/live/') ? { 'access-control-allow-origin': '*' } : {}),
  }
  if (status === 200 && etag !== undefined && isKnown(etag, ifNoneMatch))
    return { status: 304, headers, file: undefined }
  return { status, headers: { ...headers, 'content-length': String(file.size) }, file }
}

const isKnown = (etag: string, ifNoneMatch = ''): boolean =>
  ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//u, '') === etag || one.trim() === '*')

async function siblingOf(
  release: OpenRelease,
  path: string,
  encodings: string,
): Promise<{ encoding: string; file: { path: string; size: number } } | undefined> {
  for (const [encoding, ending] of SIBLINGS) {
    if (!new RegExp(`(?:^|[,\\s])${encoding}(?!\\s*;\\s*q=0(?:[,\\s]|$))`, 'u').test(encodings)) continue
    const file = await fileAt(release, `${path}${ending}`)
    if (file !== undefined) return { encoding, file }
  }
  return undefined
}

/** With a manifest, only what it names; without, whatever file stands there. */
async function fileAt(
  { root, manifest }: OpenRelease,
  path: string,
): Promise<{ path: string; size: number } | undefined> {
  if (manifest !== undefined) {
    const record = manifest.files.get(path)
    return record === undefined ? undefined : { path: join(root, path), size: record.bytes }
  }
  const whole = resolve(root, `.${path}`)
  if (!whole.startsWith(root + sep)) return undefined
  const found = await stat(whole).catch(() => undefined)
  return found?.isFile() === true ? { path: whole, size: found.size } : undefined
}

/** `/a%20b/?x=1` → `/a b/index.html`; undefined for what is no path. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://site.localhost').pathname)
    return path.includes('\0') ? undefined : path.endsWith('/') ? `${path}index.html` : path
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return undefined
    throw error
  }
}
