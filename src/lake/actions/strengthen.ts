/**
 * References that were weak only while their document was a draft become strong when it is published.
 *
 *   { _ref: 'a', _weak: true, _strengthenOnPublish: { type: 'profile' } }                →  { _ref: 'a' }
 *   { _ref: 'a', _weak: true, _strengthenOnPublish: { type: 'profile', weak: true } }    →  { _ref: 'a', _weak: true }
 */
import { type JsonObject, type LakeDocument, isRecord } from '../json.ts'

export function strengthen(document: LakeDocument): JsonObject {
  return strengthenFields(document)
}

function strengthenFields(value: JsonObject): JsonObject {
  const { _strengthenOnPublish: wish, ...rest } = value
  const fields = Object.entries(isRecord(wish) ? rest : value)
  const staysWeak = !isRecord(wish) || wish['weak'] === true
  return Object.fromEntries(
    fields.filter(([name]) => name !== '_weak' || staysWeak).map(([name, inner]) => [name, strengthenValue(inner)]),
  )
}

function strengthenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenValue)
  return isRecord(value) ? strengthenFields(value) : value
}
