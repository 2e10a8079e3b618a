/**
 * Gives every object in an array a `_key`, when the caller asked for it.
 *
 *   addKeys({ tags: [{ t: 1 }, { _key: 'k', t: 2 }] })  →  { tags: [{ _key: '3f9c…', t: 1 }, { _key: 'k', t: 2 }] }
 */
import { type JsonObject, isRecord } from '../json.ts'
import { randomKey } from '../random.ts'

export function addKeys(document: JsonObject): JsonObject {
  const keyed: JsonObject = {}
  for (const [name, value] of Object.entries(document)) keyed[name] = addInside(value)
  return keyed
}

function addInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isRecord(item) ? addKey(addKeys(item)) : addInside(item)))
  return isRecord(value) ? addKeys(value) : value
}

function addKey(item: JsonObject): JsonObject {
  return typeof item['_key'] === 'string' ? item : { _key: randomKey(), ...item }
}
