/**
 * The limits that Sanity documents (https://www.sanity.io/docs/content-lake/technical-limits, SI units: 1 MB is
 * 1,000,000 bytes): a mutation request 4 MB, a document 32 MB of JSON, 20 levels of nesting, 1,000 attributes a
 * document on the free plan, where an attribute is a path with a type and an array counts once more for each type
 * it holds. Kept here so that what works on the embedded lake also works hosted.
 *
 *   limitBroken({ _id: 'a', _type: 't', tags: ['x'] })  →  undefined
 *   limitBroken(21 objects inside one another)          →  'is nested deeper than 20 levels at "a.a.a…"'
 */
import { type LakeDocument, isRecord } from './json.ts'

export const MUTATION_BYTES = 4_000_000
export const DOCUMENT_BYTES = 32_000_000
export const ASSET_BYTES = 200_000_000
const DEPTH = 20
const ATTRIBUTES = 1_000

/** Names that JavaScript or groq-js calls on every object; a document that owns them could not be queried safely. */
const RESERVED = new Set(['__proto__', 'hasOwnProperty', 'then'])

export function limitBroken(document: LakeDocument): string | undefined {
  const attributes = new Set<string>()
  const broken = walk(document, '', 0, attributes)
  if (broken !== undefined) return broken
  if (attributes.size > ATTRIBUTES) return `has ${attributes.size} attributes, at most ${ATTRIBUTES} are allowed`
  return undefined
}

function walk(value: unknown, path: string, depth: number, attributes: Set<string>): string | undefined {
  if (depth > DEPTH) return `is nested deeper than ${DEPTH} levels at "${path.slice(0, 80)}"`
  if (Array.isArray(value)) {
    for (const item of value) {
      attributes.add(`${path}[]:${typeName(item)}`)
      // An array inside an array is a level of its own; objects in an array count through their attributes.
      const broken = walk(item, `${path}[]`, Array.isArray(item) ? depth + 1 : depth, attributes)
      if (broken !== undefined) return broken
    }
    return undefined
  }
  if (!isRecord(value)) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const inside = path === '' ? name : `${path}.${name}`
    if (name === '' || RESERVED.has(name))
      return `has an attribute named "${name}" at "${inside}", which is not allowed`
    attributes.add(`${inside}:${typeName(inner)}`)
    const broken = walk(inner, inside, depth + 1, attributes)
    if (broken !== undefined) return broken
  }
  return undefined
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
