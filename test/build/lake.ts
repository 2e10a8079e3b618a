/**
 * A lake of documents in memory that answers as the store asks.
 *
 *   const lake = lakeOf(() => documents)
 *   await store.sync(lake)
 *
 * Revisions are digests of the contents: whoever changes a document gives it another.
 */
import { createHash } from 'node:crypto'
import type { Documents } from '../../src/content/documents.ts'
import { COUNTS, DOCUMENTS, HEADS } from '../../src/content/queries.ts'
import type { Source } from '../../src/store/ask.ts'

interface Raw {
  _id: string
  _type: string
  _rev: string
  _updatedAt: string
}

export function lakeOf(documents: () => Documents): Source {
  const all = (): Raw[] => rawsOf(documents())
  return {
    ask: async (query, params = {}) => {
      if (query === COUNTS) return countsOf(documents())
      if (query === DOCUMENTS)
        return all().filter(({ _id }) => Array.isArray(params['ids']) && params['ids'].includes(_id))
      if (query !== HEADS) throw new Error(`expected a question of the store’s, found ${query}`)
      return all()
        .filter(({ _id, _type }) => _type === params['type'] && _id > String(params['after']))
        .map(({ _id, _type, _rev, _updatedAt }) => ({ _id, _type, _rev, _updatedAt }))
    },
    export: async () => lines(all()),
    picture: async ({ path }) => Buffer.from(`picture ${path}`),
  }
}

async function* lines(all: readonly Raw[]): AsyncGenerator<Uint8Array> {
  for (const one of all) yield Buffer.from(`${JSON.stringify(one)}\n`)
}

function rawsOf({ site, channels, sources, profiles, pictures, articles }: Documents): Raw[] {
  const assets = pictures.map(({ width, height, ...asset }) => ({
    ...asset,
    _type: 'sanity.imageAsset',
    metadata: { dimensions: { width, height } },
  }))
  return [...(site === undefined ? [] : [site]), ...channels, ...sources, ...profiles, ...assets, ...articles]
    .map((one): Raw => ({ _updatedAt: '', ...one, _rev: revisionOf(one) }))
    .toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

const revisionOf = (document: object): string =>
  createHash('sha1').update(JSON.stringify(document)).digest('hex').slice(0, 22)

function countsOf({ site, channels, sources, profiles, pictures, articles }: Documents): Record<string, number> {
  return {
    site: site === undefined ? 0 : 1,
    channels: channels.length,
    sources: sources.length,
    profiles: profiles.length,
    pictures: pictures.length,
    articles: articles.length,
  }
}
