/**
 * The generated archive as the store asks for it, without a lake: for sizes at which filling one would take longer than what is measured.
 *
 *   const source = generatedSource(100_000)
 *   await store.sync(source)                      an article at a time, none kept
 *   source.change('article-…', { title: '新题' })   the next question for it is answered with that
 */
import { COUNTS, DOCUMENTS, HEADS } from '../src/content/queries.ts'
import type { Source } from '../src/store/ask.ts'
import { archiveDocuments, type ArchiveDocument } from './archive.ts'

export interface GeneratedSource extends Source {
  change(document: ArchiveDocument): void
}

export function generatedSource(articles: number): GeneratedSource {
  const changed = new Map<string, ArchiveDocument>()
  const all = function* all(): Generator<ArchiveDocument> {
    for (const document of archiveDocuments(articles)) yield changed.get(document._id) ?? document
  }
  return {
    change: (document) => void changed.set(document._id, document),
    ask: async (query, { ids, type, after, most } = {}) => {
      if (query === COUNTS) return { site: 1, channels: 6, sources: 10, profiles: 100, pictures: 0, articles }
      if (query === DOCUMENTS && Array.isArray(ids)) return ids.flatMap((id) => changed.get(String(id)) ?? [])
      if (query !== HEADS) throw new Error(`expected a question of the store’s, found ${query}`)
      const heads = [...all()].filter(({ _id, _type }) => _type === type && _id > String(after))
      return heads
        .toSorted(byId)
        .slice(0, Number(most))
        .map(({ _id, _type, _rev, _updatedAt }) => ({ _id, _type, _rev, _updatedAt }))
    },
    export: async () => lines(all()),
    picture: async ({ path }) => {
      throw new Error(`expected no picture in the generated archive, found ${path} asked for`)
    },
  }
}

const byId = (a: { _id: string }, b: { _id: string }): number => (a._id < b._id ? -1 : 1)

async function* lines(documents: Iterable<ArchiveDocument>): AsyncGenerator<Uint8Array> {
  for (const document of documents) yield Buffer.from(`${JSON.stringify(document)}\n`)
}
