/**
 * The operations of a patch, checked so that @sanity/mutator can be given them.
 *
 *   readPatch({ id: 'a', set: { title: 'x' }, inc: { n: 1 } })  →  { set: { title: 'x' }, inc: { n: 1 } }
 *   readPatch({ id: 'a', merge: {} })                           →  invalid: Unknown patch operation "merge"
 */
import { type JsonObject, isRecord, isStringArray } from '../json.ts'
import { InvalidOperation } from './invalid.ts'

type Insert =
  | { readonly before: string; readonly items: unknown[] }
  | { readonly after: string; readonly items: unknown[] }
  | { readonly replace: string; readonly items: unknown[] }

export interface PatchOperations {
  set?: JsonObject
  setIfMissing?: JsonObject
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  diffMatchPatch?: Record<string, string>
  insert?: Insert
}

const SELECTION = new Set(['id', 'query', 'params', 'ifRevisionID', 'ifRevisionId'])

export function readPatch(patch: JsonObject): PatchOperations {
  const operations: PatchOperations = {}
  for (const [name, value] of Object.entries(patch)) {
    if (SELECTION.has(name) || value === undefined) continue
    switch (name) {
      case 'set':
      case 'setIfMissing':
        operations[name] = readObject(name, value)
        break
      case 'unset':
        if (!isStringArray(value)) throw new InvalidOperation('"unset" must be a list of paths')
        operations.unset = value
        break
      case 'inc':
      case 'dec':
        operations[name] = readEach(name, value, isNumber, 'a number')
        break
      case 'diffMatchPatch':
        operations.diffMatchPatch = readEach(name, value, isString, 'a patch in text form')
        break
      case 'insert':
        operations.insert = readInsert(value)
        break
      default:
        throw new InvalidOperation(`Unknown patch operation "${name}"`)
    }
  }
  return operations
}

function readObject(name: string, value: unknown): JsonObject {
  if (!isRecord(value)) throw new InvalidOperation(`"${name}" must be an object of paths and values`)
  return value
}

function readEach<T>(
  name: string,
  value: unknown,
  is: (value: unknown) => value is T,
  what: string,
): Record<string, T> {
  const each: Record<string, T> = {}
  for (const [path, inner] of Object.entries(readObject(name, value))) {
    if (!is(inner)) throw new InvalidOperation(`"${name}" at "${path}" must be ${what}`)
    each[path] = inner
  }
  return each
}

function readInsert(value: unknown): Insert {
  const { before, after, replace, items } = readObject('insert', value)
  if (!Array.isArray(items)) throw new InvalidOperation('"insert" must have a list of items')
  if (typeof before === 'string') return { before, items }
  if (typeof after === 'string') return { after, items }
  if (typeof replace === 'string') return { replace, items }
  throw new InvalidOperation('"insert" must say "before", "after" or "replace" with a path')
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
