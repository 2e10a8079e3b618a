/**
 * Columns of a row of the store, checked.
 *
 *   textOf({ id: 'a' }, 'id')     →  'a'
 *   bytesOf({ body }, 'body')     →  the same bytes as a Buffer, not copied
 */
import type { Row } from './database.ts'

export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value === 'string') return value
  throw unexpected(column, 'text', value)
}

export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value === 'number') return value
  throw unexpected(column, 'a number', value)
}

export function bytesOf(row: Row | undefined, column: string): Buffer {
  const value = row?.[column]
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  throw unexpected(column, 'bytes', value)
}

const unexpected = (column: string, expected: string, value: unknown): Error =>
  new Error(
    `expected ${expected} in column ${column} of the store, found ${typeof value}; remove the store’s file and build again`,
  )
