/**
 * From a reading to what 采用 writes: the article's fields, and the documents that the lake lacks.
 *
 *   adopt(reading, { people: { 'profile-9a…': 'profile-han-ling' }, source: 'source-hefeng-ribao' })
 *     →  { fields: { title: '把渠修到田头', attributions: [{ name: '韩岭', who: → profile-han-ling }, …], … }, missing: [] }
 *   clashes({ _createdAt: '2026-…', title: '旧题' }, fields)  →  ['title']
 */
import type { FiledDocument } from '../../../../src/import/documents.ts'
import { NEW, NOBODY, referenceTo, type Known } from '../people/match.ts'
import { fieldsOf, itemsOf, refOf, textOf, type Fields } from '../value.ts'

export interface Decisions {
  /** By the id that the importer would give: an id of the lake, NEW or NOBODY. */
  people: Readonly<Record<string, string>>
  known: readonly Known[]
  /** The source of this name that the lake holds already. */
  source: string | undefined
}

export interface Adoption {
  fields: Fields
  missing: { _id: string; _type: string; name: string }[]
}

export function adopt(documents: readonly FiledDocument[], decisions: Decisions): Adoption {
  const article = documents.find(({ _type }) => _type === 'article')
  const { _id, _type, ...said } = fieldsOf(withoutUndefined(article))
  const source = refOf(said['source'])
  const missing = documents.flatMap((document) => {
    if (document._type === 'profile')
      return decisions.people[document._id] === NEW
        ? [{ _id: document._id, _type: 'profile', name: document.name }]
        : []
    if (document._type !== 'source' || decisions.source !== undefined) return []
    return [{ _id: document._id, _type: 'source', name: document.name }]
  })
  return {
    fields: {
      ...said,
      ...(source === undefined ? {} : { source: { _type: 'reference', _ref: decisions.source ?? source } }),
      attributions: itemsOf(said['attributions']).map((item) => creditedTo(item, decisions)),
    },
    missing,
  }
}

function creditedTo({ who, ...item }: Fields, { people, known }: Decisions): Fields {
  const filed = refOf(who) ?? ''
  const chosen = people[filed] ?? NOBODY
  if (chosen === NOBODY) return item
  return { ...item, who: referenceTo(chosen === NEW ? filed : chosen, known) }
}

/**
 * Fields that hold something else than what would be written over them, in the order of the page. An article that was never saved
 * holds nothing but the values it began with.
 */
export function clashes(current: Fields, fields: Fields): string[] {
  if (current['_createdAt'] === undefined) return []
  return Object.keys(fields).filter((name) => isFilled(current[name]) && !isSame(current[name], fields[name]))
}

const isFilled = (value: unknown): boolean => {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return textOf(value.trim()) !== undefined
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.keys(value).some((key) => key !== '_type')
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** As JSON writes it: a field that is undefined is one that is not there. */
const withoutUndefined = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))
