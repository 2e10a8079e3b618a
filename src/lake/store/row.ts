/**
 * Columns of an SQLite row, checked.
 *
 *   text({ id: 'a' }, 'id')      →  'a'
 *   blob({ body: bytes }, 'body') →  the same bytes as a Buffer, not copied
 */
export type Row = Record<string, unknown> | undefined

export function text(row: Row, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw unexpected(column, 'text', value)
  return value
}

export function number(row: Row, column: string): number {
  const value = row?.[column]
  if (typeof value !== 'number') throw unexpected(column, 'a number', value)
  return value
}

export function blob(row: Row, column: string): Buffer<ArrayBuffer> {
  const value = row?.[column]
  if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) throw unexpected(column, 'bytes', value)
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}

function unexpected(column: string, expected: string, value: unknown): Error {
  return new Error(`Expected ${expected} in column ${column}, found ${typeof value}; the lake's file may be damaged.`)
}
