/**
 * What a form holds, which may be half filled or anything at all, read without trust.
 *
 *   fieldsOf({ title: '雪' })['title']  →  '雪';  fieldsOf(undefined)  →  {}
 *   textOf('雪')  →  '雪';  textOf('')  →  undefined;  textOf(7)  →  undefined
 *   itemsOf([{ _key: 'a' }, null])  →  [{ _key: 'a' }]
 */
export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** A text with something in it; halves of letters, which no file can hold, are shown as the file would show them. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.toWellFormed() : undefined

export const itemsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

/** The id that a reference field points at. */
export const refOf = (value: unknown): string | undefined => textOf(fieldsOf(value)['_ref'])

/** A letter-and-digit key of our own; `crypto.randomUUID` exists on https and localhost only, newsrooms also use plain addresses. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
