/**
 * The table of endpoints, and the way from an address to one of them.
 *
 *   route('GET', '/v2025-02-19/data/doc/production/a,b')
 *   →  { endpoint: docEndpoint, apiVersion: '2025-02-19', names: { dataset: 'production', ids: 'a,b' } }
 *
 * The host is not looked at: `zebian.localhost`, `zebian.api.sanity.io` and `localhost` are all this lake.
 */
import { accountRoutes } from './account.ts'
import { actionsEndpoint } from './actions/endpoint.ts'
import { serveAssetEndpoint } from './assets/serve.ts'
import { uploadEndpoint } from './assets/upload.ts'
import type { Endpoint, Line } from './context.ts'
import { docEndpoint } from './doc.ts'
import { httpError } from './error.ts'
import { exportEndpoint } from './export.ts'
import { historyDocumentsEndpoint } from './history/documents.ts'
import { eventsEndpoint } from './history/events.ts'
import { transactionsEndpoint } from './history/transactions.ts'
import { listenEndpoint } from './listen/endpoint.ts'
import { liveEndpoint } from './listen/live.ts'
import { mutateEndpoint } from './mutate/endpoint.ts'
import { queryEndpoint } from './query/endpoint.ts'

interface Route {
  readonly endpoint: Endpoint
  readonly apiVersion: string
  readonly names: Readonly<Record<string, string>>
}

export type Router = (method: string, pathname: string) => Route

export function makeRouter(): Router {
  const query = queryEndpoint()
  const lines: readonly Line[] = [
    [['GET', 'POST'], '/data/query/:dataset', query],
    [['GET'], '/data/doc/:dataset/:ids', docEndpoint],
    [['POST'], '/data/mutate/:dataset', mutateEndpoint],
    [['POST'], '/data/actions/:dataset', actionsEndpoint],
    [['GET'], '/data/listen/:dataset', listenEndpoint],
    [['GET'], '/data/live/events/:dataset', liveEndpoint],
    [['GET'], '/data/export/:dataset', exportEndpoint],
    [['GET'], '/data/history/:dataset/transactions/:ids', transactionsEndpoint],
    [['GET'], '/data/history/:dataset/documents/:ids', historyDocumentsEndpoint],
    [['GET'], '/data/history/:dataset/events/documents/:id', eventsEndpoint],
    [['POST'], '/assets/images/:dataset', uploadEndpoint('images')],
    [['POST'], '/assets/files/:dataset', uploadEndpoint('files')],
    [['GET', 'HEAD'], '/images/:project/:dataset/:file', serveAssetEndpoint('images')],
    [['GET', 'HEAD'], '/files/:project/:dataset/:file', serveAssetEndpoint('files')],
    ...accountRoutes,
  ]
  return (method, pathname) => find(lines, method, pathname)
}

function find(lines: readonly Line[], method: string, pathname: string): Route {
  const [, version, path = pathname] = /^\/v(1|X|\d{4}-\d{2}-\d{2})(\/.*)$/.exec(pathname) ?? []
  const allowed = new Set<string>()
  for (const [methods, pattern, endpoint] of lines) {
    const names = matchPath(pattern, path)
    if (names === undefined) continue
    if (methods.includes(method)) return { endpoint, apiVersion: version ?? '1', names }
    for (const one of methods) allowed.add(one)
  }
  if (allowed.size === 0) throw httpError(404, `Not found: ${method} ${pathname}`)
  const allow = [...allowed].join(', ')
  throw httpError(405, `Method ${method} is not allowed here, only ${allow}`, { allow })
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.replace(/\/$/, '').split('/')
  if (wanted.length !== given.length) return undefined
  const names: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const found = given[index] ?? ''
    if (segment.startsWith(':')) names[segment.slice(1)] = decode(found)
    else if (segment !== found) return undefined
  }
  return names
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw httpError(400, `Malformed address: ${segment}`)
  }
}
