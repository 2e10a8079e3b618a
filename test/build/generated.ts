/**
 * The bench's archive as documents in memory.
 *
 *   generated(20).articles.length  →  20
 */
import { archiveDocuments, type ArchiveDocument } from '../../bench/archive.ts'
import { answerTo } from '../../src/content/answers.ts'
import type { Documents } from '../../src/content/documents.ts'
import { SITE } from '../../src/content/queries.ts'

export function generated(articles: number): Documents {
  const all = [...archiveDocuments(articles)]
  const of = <Type extends ArchiveDocument['_type']>(type: Type) =>
    all.filter((one): one is Extract<ArchiveDocument, { _type: Type }> => one._type === type)
  return {
    site: answerTo(SITE, of('site')[0]) ?? undefined,
    channels: of('channel'),
    sources: of('source'),
    profiles: of('profile'),
    pictures: [],
    articles: of('article'),
  }
}
