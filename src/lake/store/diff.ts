/**
 * The difference of two values as a mendoza patch, the form in which the Content Lake tells of changes.
 *
 *   diff({ n: 1, t: 'x' }, { n: 2, t: 'x' })  →  [17, 2, 'n']
 *   diff(document, null)                      →  [0, null]
 *   applyPatch(before, diff(before, after))   →  after      with npm `mendoza`
 *
 * Fields are named by their place among the sorted keys of the value before; lengths of text count UTF-8 bytes.
 */
import type { RawPatch } from 'mendoza'
import { type JsonObject, isRecord } from '../json.ts'

const REPLACE = 0
const PUSH_FIELD_COPY = 10
const PUSH_FIELD_BLANK = 11
const PUSH_ELEMENT_COPY = 12
const PUSH_ELEMENT_BLANK = 13
const RETURN_TO_FIELD = 15
const RETURN_TO_ARRAY = 16
const SET_FIELD = 17
const DELETE_FIELD = 19
const APPEND_VALUE = 20
const APPEND_SLICE = 21
const APPEND_TEXT = 22
const APPEND_TEXT_SLICE = 23
/** Below this a text is written out: the codes for its unchanged ends would be longer. */
const SHORT_TEXT = 40

export function diff(before: unknown, after: unknown): RawPatch {
  if (before === after) return []
  if (isRecord(before) && isRecord(after)) return fields(before, after)
  return [REPLACE, after]
}

function fields(before: JsonObject, after: JsonObject): RawPatch {
  const keys = Object.keys(before).toSorted()
  const changed = keys.flatMap((key, index): RawPatch => {
    if (!Object.hasOwn(after, key)) return [DELETE_FIELD, index]
    const inner = inside(before[key], after[key])
    if (inner === undefined) return [SET_FIELD, after[key], key]
    if (inner.length === 0) return []
    return [isRecord(after[key]) ? PUSH_FIELD_COPY : PUSH_FIELD_BLANK, index, ...inner, RETURN_TO_FIELD]
  })
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key))
  return [...changed, ...added.flatMap((key) => [SET_FIELD, after[key], key])]
}

/** `[]` when nothing changed, `undefined` when the two have no structure in common. */
function inside(before: unknown, after: unknown): RawPatch | undefined {
  if (before === after) return []
  if (isRecord(before) && isRecord(after)) return fields(before, after)
  // An empty list has nothing to append, and a blank that nothing was appended to is no list.
  if (Array.isArray(before) && Array.isArray(after)) {
    if (after.length === 0) return before.length === 0 ? [] : undefined
    return elements(before, after)
  }
  if (typeof before === 'string' && typeof after === 'string' && before.length > SHORT_TEXT) return text(before, after)
  return undefined
}

function elements(before: readonly unknown[], after: readonly unknown[]): RawPatch {
  const [start, end] = common(before, after, (one, other) => inside(one, other)?.length === 0)
  if (start === before.length && start === after.length) return []
  const middle = after.slice(start, after.length - end)
  const paired = before.length === after.length
  return [
    ...(start > 0 ? [APPEND_SLICE, 0, start] : []),
    ...middle.flatMap((value, index) => element(paired ? before[start + index] : undefined, value, start + index)),
    ...(end > 0 ? [APPEND_SLICE, before.length - end, before.length] : []),
  ]
}

function element(before: unknown, after: unknown, index: number): RawPatch {
  const inner = inside(before, after)
  if (inner === undefined) return [APPEND_VALUE, after]
  if (inner.length === 0) return [APPEND_SLICE, index, index + 1]
  return [isRecord(after) ? PUSH_ELEMENT_COPY : PUSH_ELEMENT_BLANK, index, ...inner, RETURN_TO_ARRAY]
}

function text(before: string, after: string): RawPatch | undefined {
  const [old, now] = [[...before], [...after]]
  const [start, end] = common(old, now, (one, other) => one === other)
  if (start + end === 0) return undefined
  const tail = bytes(old.slice(old.length - end))
  return [
    ...(start > 0 ? [APPEND_TEXT_SLICE, 0, bytes(old.slice(0, start))] : []),
    ...(start + end < now.length ? [APPEND_TEXT, now.slice(start, now.length - end).join('')] : []),
    ...(end > 0 ? [APPEND_TEXT_SLICE, bytes(old) - tail, bytes(old)] : []),
  ]
}

/** How many items at the start, and then at the end, are the same. */
function common<T>(
  before: readonly T[],
  after: readonly T[],
  same: (one: T | undefined, other: T | undefined) => boolean,
): readonly [start: number, end: number] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && same(before[start], after[start])) start += 1
  let end = 0
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end += 1
  return [start, end]
}

function bytes(signs: readonly string[]): number {
  return Buffer.byteLength(signs.join(''))
}
