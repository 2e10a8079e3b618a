/**
 * Every name that is credited or profiled in what the project has at hand.
 *
 *   creditedNames()  →  ['石砚', '古兰·阿依登', …]     the sample's people, and those of original pages where they lie beside the checkout
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseText } from '../../src/import/parse/text.ts'
import { listOf, readDocuments, textOf, type Json } from '../sample/documents.ts'
import { ORIGINALS } from '../law/originals.ts'

const GOLD = new URL('../../../shared/originals/gold.json', import.meta.url)

export function creditedNames(): string[] {
  const sample = readDocuments(new URL('../../sanity/sample.ndjson', import.meta.url)).flatMap((document) => [
    ...(document['_type'] === 'profile' ? [textOf(document['name'])] : []),
    ...listOf(document['attributions']).map(({ name }) => textOf(name)),
  ])
  const originals = ORIGINALS.flatMap(({ name, text }) => {
    const page = parseText({ file: name, text, sha256: '' })
    return 'refused' in page ? [] : page.credits.flatMap(({ people }) => people.map((one) => one.name))
  })
  return [...new Set([...sample, ...originals, ...goldNames()])].filter((name) => name !== '')
}

/** Editors and reporters that a person read on the saved pages. */
function goldNames(): string[] {
  if (!existsSync(GOLD)) return []
  const gold: unknown = JSON.parse(readFileSync(GOLD, 'utf8'))
  const pages: Json[] = Array.isArray(gold) ? listOf(gold) : listOf(Object.values(Object(gold)))
  return pages
    .flatMap(({ editors, reporters }) => [editors, reporters].flat())
    .filter((name) => typeof name === 'string')
}
