/**
 * The site of a generated archive, in memory.
 *
 *   generatedSite(2000)       →  Map '/index.html' → '<!DOCTYPE html>…', …
 *   generatedCatalogue(2000)  →  what it is drawn from
 */
import { archiveDocuments, type ArchiveDocument } from '../../bench/archive.ts'
import type { Catalogue } from '../../src/content/catalogue.ts'
import { catalogueOf } from '../../src/content/memory.ts'
import { cleanSite } from './press.ts'

export const generatedSite = (articles: number): Map<string, string> => cleanSite(generatedCatalogue(articles))

export function generatedCatalogue(articles: number): Catalogue {
  const all = [...archiveDocuments(articles)]
  const of = <Type extends ArchiveDocument['_type']>(type: Type) =>
    all.filter((one): one is Extract<ArchiveDocument, { _type: Type }> => one._type === type)
  const documents = {
    site: undefined,
    channels: of('channel'),
    sources: of('source'),
    profiles: of('profile'),
    pictures: [],
    articles: of('article'),
  }
  return catalogueOf(documents, new Date('2026-01-01T00:00:00Z'))
}
