/**
 * The sample's documents, and what is in them.
 *
 *   fieldsIn([{ _type: 'article', title: '雪' }])  →  Set { 'article.title' }
 *   references({ source: { _ref: 'source-a' } })   →  ['source-a']
 */
import { readFileSync } from 'node:fs'

export type Json = Record<string, unknown>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** One document a line; a line that is none stops the reader. */
export function readDocuments(file: URL): Json[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const document: unknown = JSON.parse(line)
      if (isJson(document)) return document
      throw new Error(`expected a document a line, found ${line.slice(0, 40)} in ${file.pathname}`)
    })
}

/** Every object at any depth, the outermost first. */
export function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isJson(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

export function references(value: unknown): string[] {
  return objectsIn(value)
    .map((one) => one['_ref'])
    .filter((id) => typeof id === 'string')
}

/** `type.field` for every field that any object fills; an object without a type counts under the field that holds it. */
export function fieldsIn(documents: readonly Json[]): Set<string> {
  const found = new Set<string>()
  const visit = (value: unknown, holder: string): void => {
    if (Array.isArray(value)) value.forEach((one) => visit(one, holder))
    else if (isJson(value)) visitObject(value, typeof value['_type'] === 'string' ? value['_type'] : holder)
  }
  const visitObject = (value: Json, name: string): void => {
    for (const [field, inside] of Object.entries(value).filter(([key]) => !key.startsWith('_'))) {
      found.add(`${name}.${field}`)
      visit(inside, `${name}.${field}`)
    }
  }
  visit(documents, '')
  return found
}

/** The fields that the extracted schema (sanity/schema.json) gives to the named types, in the same spelling. */
export function fieldsOf(schema: readonly Json[], types: readonly string[]): string[] {
  return schema
    .filter((type) => types.includes(textOf(type['name'])))
    .flatMap((type) => attributes(type, textOf(type['name'])))
}

function attributes(holder: Json, name: string): string[] {
  const value = isJson(holder['value']) ? holder['value'] : holder
  const own = isJson(value['attributes']) ? value['attributes'] : {}
  if ('_type' in own && name.includes('.')) return []
  return Object.entries(own)
    .filter(([field]) => !field.startsWith('_'))
    .flatMap(([field, inside]) => [
      `${name}.${field}`,
      ...(isJson(inside) ? attributes(inside, `${name}.${field}`) : []),
    ])
}

/** The text a reader reads: lead and sections. */
export function bodyOf(article: Json): string {
  return [textOf(article['lead']), ...listOf(article['sections']).map((section) => textOf(section['body']))].join(
    '\n\n',
  )
}

export const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0
