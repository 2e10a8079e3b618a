/**
 * The short fields of a document, which are all that lists, counts and orders look at: kept where the whole document is not.
 *
 *   briefOf({ _id: 'a', _type: 'article', title: '渠水到了', sections: [ten thousand letters] })
 *     →  { fields: { _id: 'a', _type: 'article', title: '渠水到了' }, long: ['sections'] }
 *   tells(that, ['title', 'withdrawn'])  →  true, none of them is long
 */
import { type LakeDocument, isRecord } from '../json.ts'

export interface Brief {
  readonly fields: LakeDocument
  readonly long: readonly string[]
}

/** In letters: a headline, an address and a reference are shorter, a credit line in its parts and a text are not. */
const SHORT = 200
/** What a value without letters counts as. */
const PLAIN = 8

export function briefOf(document: LakeDocument): Brief {
  const fields: Record<string, unknown> = {}
  const long: string[] = []
  for (const [name, value] of Object.entries(document)) {
    if (room(value, SHORT) < 0) long.push(name)
    else fields[name] = value
  }
  return { fields: { ...fields, _id: document._id, _type: document._type }, long }
}

export const tells = ({ long }: Brief, names: readonly string[]): boolean => !names.some((name) => long.includes(name))

/** What is left of some room once a value stands in it; below nothing when it is too long, by however much. */
function room(value: unknown, given: number): number {
  if (typeof value === 'string') return given - value.length
  if (!Array.isArray(value) && !isRecord(value)) return given - PLAIN
  let left = given - PLAIN
  for (const inner of Object.values(value)) {
    if (left < 0) return left
    left = room(inner, left)
  }
  return left
}
