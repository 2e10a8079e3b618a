/**
 * Looking into parsed JSON without trusting it.
 *
 *   listAt({ a: [{ b: 'x' }] }, 'a')  →  [{ b: 'x' }]        textAt({ b: 'x' }, 'b')  →  'x'; '' when it is no text
 */
export type Json = Record<string, unknown>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const at = (value: unknown, name: string): unknown => (isJson(value) ? value[name] : undefined)

export function listAt(value: unknown, name: string): Json[] {
  const list = at(value, name)
  return Array.isArray(list) ? list.filter(isJson) : []
}

export function textAt(value: unknown, name: string): string {
  const text = at(value, name)
  return typeof text === 'string' ? text : ''
}
