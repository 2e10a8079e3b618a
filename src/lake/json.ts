/**
 * What came over the wire is `unknown` until one of these guards has looked at it.
 *
 *   parseJson('{"_id":"a","_type":"article"}')  →  { _id: 'a', _type: 'article' }
 *   isDocument({ _id: 'a' })                    →  false
 */
export type JsonObject = Record<string, unknown>

/** A document of the lake. Everything but its identity is the schema's business, not ours. */
export interface LakeDocument {
  readonly _id: string
  readonly _type: string
  readonly [attribute: string]: unknown
}

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}

export function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** `undefined` when the text is not JSON: JSON itself has no `undefined`, so the answer is unambiguous. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

export function jsonBytes(value: unknown): Buffer<ArrayBuffer> {
  return Buffer.from(JSON.stringify(value) ?? 'null')
}
