/**
 * Invented articles put into a lake and taken out again, and a query asked with an index's help and without.
 *
 *   await fileAll(raw, [{ id: 'a', fields: { title: '雪' }, gone: false }])
 *   await asked(raw, 'drafts')(query, '渠水')   →  what the lake answers in that perspective
 *   unnarrowed(query)                           →  the same question, put so that every document must be asked
 */
import type { SanityClient } from '@sanity/client'

export const PERSPECTIVES = ['raw', 'published', 'drafts'] as const

interface Filing {
  id: string
  fields: object
  gone: boolean
}

export async function fileAll(raw: SanityClient, filings: readonly Filing[]): Promise<void> {
  for (const { id, fields, gone } of filings) {
    if (gone) await raw.delete(id)
    else await raw.createOrReplace({ ...fields, _id: id, _type: 'article' })
  }
}

export const asked =
  (raw: SanityClient, perspective: (typeof PERSPECTIVES)[number]) =>
  (query: string, q: unknown): Promise<unknown> =>
    raw.fetch<unknown>(query, { q }, { perspective: perspective === 'drafts' ? ['drafts'] : perspective })

export const unnarrowed = (query: string): string =>
  query.replaceAll('_type == "article"', '(_type == "article" || false)')
