/**
 * What a request asks for, as far as the gate has to know.
 *
 *   kindOf('POST', '/v1/data/mutate/production')  →  'change'
 *   kindOf('POST', '/v1/data/query/production')   →  'read'       a query too long for an address
 *   kindOf('GET', '/structure/article')           →  'page'       not the lake's: answered by the fallback
 *
 * Anything that is not known to only read counts as a change.
 */
import type { Kind } from './gate.ts'

const API = /^\/v(?:1|X|\d{4}-\d{2}-\d{2})(?=\/)/
const ASSET = /^\/(?:images|files)\/[^/]+\/[^/]+\/[^/]+$/
const SOCKET = /^\/socket\/[^/]+\/?$/
const STREAM = /^\/data\/(?:listen|live\/events)\//

export function kindOf(method: string, pathname: string): Kind {
  if (method === 'OPTIONS') return 'preflight'
  const path = pathname.replace(API, '')
  const reads = method === 'GET' || method === 'HEAD'
  if (pathname === SIGN_IN && reads) return 'sign-in'
  if (ASSET.test(path) && reads) return 'asset'
  if (!isApi(pathname)) return reads ? 'page' : 'change'
  if (reads) return /^\/users\/me\/?$/.test(path) ? 'me' : 'read'
  if (method === 'POST' && path.startsWith('/data/query/')) return 'read'
  return path.startsWith('/assets/') ? 'upload' : 'change'
}

export const SIGN_IN = '/sign-in'

/** The client always names a version; without one only a few addresses are ours. */
export function isApi(pathname: string): boolean {
  return (
    API.test(pathname) || ASSET.test(pathname) || /^\/(?:data|assets|users|projects|datasets)\/|^\/ping$/.test(pathname)
  )
}

export function isSocket(pathname: string): boolean {
  return SOCKET.test(pathname.replace(API, ''))
}

/** The Studio's look at how it is connected: it warns of HTTP/1.1 for the six connections that siblings make up for. */
export function isProtocolCheck({ pathname, searchParams }: URL): boolean {
  return pathname.endsWith('/ping') && searchParams.get('tag') === 'sanity.studio.protocol-check'
}

export function isStream(pathname: string): boolean {
  return STREAM.test(pathname.replace(API, ''))
}
