/**
 * Lets a change through when the lake has no token, or when the caller holds it.
 *
 *   authorize({ token: 's3cret' }, request with "Authorization: Bearer s3cret")  →  nothing
 *   authorize({ token: 's3cret' }, request without)                              →  401
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { LakeContext } from './context.ts'
import { httpError } from './error.ts'

export function authorize({ token }: Pick<LakeContext, 'token'>, request: Request): void {
  if (token === undefined) return
  const given = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (given !== undefined && timingSafeEqual(digest(given), digest(token))) return
  throw httpError(401, 'Unauthorized: a change needs the header "Authorization: Bearer" with the token of this lake', {
    'www-authenticate': 'Bearer',
  })
}

/** Digests have one length, so that comparing takes the same time whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
