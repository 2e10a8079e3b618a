/**
 * `insert.replace` with a range, as the client's `splice()` writes it, turned into a plain `set`.
 *
 *   splice('tags', 1, 1, ['x'])  sends  { replace: 'tags[1:2]', items: ['x'] }
 *   expandSplice({ tags: ['a', 'b'] }, that)  →  { set: { tags: ['a', 'x'] } }
 *
 * In these ranges -1 stands *behind* the last element, and `[n:n]` is an empty range at n. @sanity/mutator reads both
 * otherwise: it would double the array for `[2:2]` and leave the last element for `[1:-1]`.
 */
import { arrayToJSONMatchPath, extractWithPath } from '@sanity/mutator'
import type { JsonObject, LakeDocument } from '../json.ts'
import type { PatchOperations } from './read-patch.ts'

const RANGE = /^(?<selector>.+)\[(?<start>-?\d*):(?<end>-?\d*)\]$/

export function expandSplice(document: LakeDocument, operations: PatchOperations): PatchOperations {
  const { insert, ...others } = operations
  const { selector, start, end } =
    (insert !== undefined && 'replace' in insert ? RANGE.exec(insert.replace)?.groups : undefined) ?? {}
  if (insert === undefined || selector === undefined) return operations
  const set: JsonObject = { ...others.set }
  for (const { path, value } of extractWithPath(selector, document)) {
    if (!Array.isArray(value)) continue
    const from = bound(start, 0, value.length)
    const to = Math.max(from, bound(end, value.length, value.length))
    set[arrayToJSONMatchPath(path)] = value.toSpliced(from, to - from, ...insert.items)
  }
  return { ...others, set }
}

export function hasRange({ insert }: PatchOperations): boolean {
  return insert !== undefined && 'replace' in insert && RANGE.test(insert.replace)
}

function bound(text: string | undefined, missing: number, length: number): number {
  if (text === undefined || text === '') return missing
  const value = Number(text)
  return value < 0 ? Math.max(0, length + value + 1) : Math.min(value, length)
}
