/**
 * What a hook says, once its signature is known to be good: a hint about which documents to look for, never data.
 *
 *   readHook({ _id: 'article-a', _rev: 'r2', _updatedAt: '2026-…Z', operation: 'update' }, now)
 *     →  { documents: [{ document: 'article-a', said: { revision: 'r2', at: '2026-…Z' } }] }
 *   readHook({ … operation: 'delete' }, now)   →  … said: { revision: null, at: … }
 *   readHook({ ref: 'main' }, now)             →  { documents: [] }   something changed, nobody says what: worth a look
 *   readHook({ _id: 'drafts.article-a' }, now)  →  { documents: [], isNothing: true }   stands on no page
 *   readHook('text', now)                      →  undefined
 */
import * as v from 'valibot'
import type { Announced } from '../builder.ts'

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,128}$/u))
const instant = v.pipe(v.string(), v.isoTimestamp())

const HOOK = v.object({
  _id: id,
  _rev: v.optional(v.nullable(v.string())),
  _updatedAt: v.optional(v.nullable(instant)),
  operation: v.optional(v.nullable(v.picklist(['create', 'update', 'delete']))),
})

export interface HookWords {
  /** Nothing that readers could see has changed. */
  isNothing?: true
  documents: { document: string; said: Announced }[]
}

/** A parsed body and the instant of receipt in; undefined for what is no hook at all. */
export function readHook(body: unknown, now: Date): HookWords | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const read = v.safeParse(HOOK, body)
  if (!read.success) return { documents: [] }
  const { _id, _rev, _updatedAt, operation } = read.output
  if (/^(?:drafts|versions)\./u.test(_id)) return { documents: [], isNothing: true }
  if (operation === 'delete')
    return { documents: [{ document: _id, said: { revision: null, at: _updatedAt ?? now.toISOString() } }] }
  if (typeof _rev !== 'string' || typeof _updatedAt !== 'string') return { documents: [] }
  return { documents: [{ document: _id, said: { revision: _rev, at: _updatedAt } }] }
}
