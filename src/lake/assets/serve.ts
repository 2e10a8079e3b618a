/**
 * GET and HEAD /images/:project/:dataset/:file and /files/…: the bytes, to be kept for a year.
 *
 *   GET /images/zebian/production/9f…-40x20.jpg  →  200 image/jpeg, etag, "immutable"
 *
 * An address holds the hash of its bytes, so that what it leads to never changes. What a browser could run as a page
 * of this origin (SVG, HTML, anything unknown) is sent into a sandbox where nothing runs.
 */
import type { Call, LakeContext } from '../context.ts'
import { httpError } from '../error.ts'
import { mayRun } from './mime.ts'
import { type AssetKind, idOfFile } from './name.ts'

export function serveAssetEndpoint(kind: AssetKind): (context: LakeContext, call: Call) => Response {
  return ({ store }, { request, names, url }) => {
    const file = names['file'] ?? ''
    const id = idOfFile(kind, file)
    const asset = id === undefined ? undefined : store.asset(id)
    if (asset === undefined) throw httpError(404, `Asset not found: ${file}`)
    const etag = `"${file}"`
    const headers: Record<string, string> = {
      'cache-control': 'public, max-age=31536000, s-maxage=31536000, immutable',
      'content-type': asset.mime,
      etag,
      'x-content-type-options': 'nosniff',
    }
    if (mayRun(asset.mime)) headers['content-security-policy'] = "sandbox; default-src 'none'"
    const download = url.searchParams.get('dl')
    if (download !== null) headers['content-disposition'] = disposition(download === '' ? file : download)
    if (request.headers.get('if-none-match')?.includes(etag) === true)
      return new Response(null, { status: 304, headers })
    return new Response(asset.bytes, { headers: { ...headers, 'content-length': String(asset.bytes.length) } })
  }
}

function disposition(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}
