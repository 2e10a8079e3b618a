/**
 * GET and HEAD /images/:project/:dataset/:file and /files/…: the bytes, to be kept for a year.
 *
 *   GET /images/zebian/production/9f…-40x20.jpg               →  200 image/jpeg, etag, "immutable"
 *   GET /images/zebian/production/9f…-40x20.jpg?w=20&fm=webp  →  200 image/webp
 *
 * An address holds the hash of its bytes, so that what it leads to never changes. What a browser could run as a page
 * of this origin (SVG, HTML, anything unknown) is sent into a sandbox where nothing runs.
 */
import { createHash } from 'node:crypto'
import type { Call, LakeContext } from '../context.ts'
import { httpError } from '../error.ts'
import type { Asset } from '../store/store.ts'
import { Forms } from './forms.ts'
import { mayRun } from './mime.ts'
import { type AssetKind, idOfFile } from './name.ts'
import { resize } from './resize.ts'
import { type Transform, readTransform } from './transform.ts'

export function serveAssetEndpoint(kind: AssetKind): (context: LakeContext, call: Call) => Promise<Response> {
  const forms = new Forms()
  return async ({ store }, { request, names, url }) => {
    const file = names['file'] ?? ''
    const id = idOfFile(kind, file)
    const original = id === undefined ? undefined : store.asset(id)
    if (original === undefined) throw httpError(404, `Asset not found: ${file}`)
    const transform = kind === 'images' ? wanted(original, request, url) : undefined
    const form = transform === undefined ? '' : JSON.stringify(transform)
    const asset = transform === undefined ? original : await forms.of(file + form, () => resize(original, transform))
    const etag = `"${file}${form === '' ? '' : `-${createHash('sha1').update(form).digest('hex').slice(0, 16)}`}"`
    const headers: Record<string, string> = {
      'cache-control': 'public, max-age=31536000, s-maxage=31536000, immutable',
      'content-type': asset.mime,
      etag,
      'x-content-type-options': 'nosniff',
    }
    if (url.searchParams.get('auto') === 'format') headers['vary'] = 'accept'
    if (mayRun(asset.mime)) headers['content-security-policy'] = "sandbox; default-src 'none'"
    const download = url.searchParams.get('dl')
    if (download !== null) headers['content-disposition'] = disposition(download === '' ? file : download)
    if (request.headers.get('if-none-match')?.includes(etag) === true)
      return new Response(null, { status: 304, headers })
    return new Response(asset.bytes, { headers: { ...headers, 'content-length': String(asset.bytes.length) } })
  }
}

/** Drawings and moving pictures are given as they are: as pixels, or as one frame, they would be something else. */
function wanted({ mime }: Asset, request: Request, url: URL): Transform | undefined {
  const transform = readTransform(url.searchParams, request.headers.get('accept') ?? '')
  return mime === 'image/svg+xml' || mime === 'image/gif' ? undefined : transform
}

function disposition(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}
