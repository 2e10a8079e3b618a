/**
 * The headers by which a browser lets an allowed page elsewhere read an answer.
 *
 *   corsHeaders('http://localhost:3333', {})  →  { 'access-control-allow-origin': 'http://localhost:3333', … }
 *   corsHeaders(undefined, {})                →  { vary: 'origin' }
 *
 * Called only for an origin that the gate has let through: it is named back as it came, never as `*`.
 */
import type { IncomingHttpHeaders } from 'node:http'

export function corsHeaders(origin: string | undefined, asked: IncomingHttpHeaders): Record<string, string> {
  if (origin === undefined) return { vary: 'origin' }
  const headers: Record<string, string> = {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
  }
  const method = asked['access-control-request-method']
  if (method === undefined) return headers
  headers['access-control-allow-methods'] = 'GET, HEAD, POST, PUT'
  headers['access-control-allow-headers'] = asked['access-control-request-headers'] ?? ''
  headers['access-control-max-age'] = '600'
  if (asked['access-control-request-private-network'] === 'true')
    headers['access-control-allow-private-network'] = 'true'
  return headers
}
