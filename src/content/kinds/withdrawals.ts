/**
 * Which articles were withdrawn, for whoever tells that they are gone.
 *
 *   withdrawnIn(catalogue)   →  [{ id: 'article-b', at: '2024-06-09T…', channel: 'channel-yaowen' }, …]   newest first
 */
import type { Catalogue } from '../catalogue.ts'

interface Withdrawn {
  id: string
  at: string
  channel: string
}

/** Newest first; asked for by every feed. */
const WITHDRAWN = new WeakMap<Catalogue, readonly Withdrawn[]>()

export function withdrawnIn(catalogue: Catalogue): readonly Withdrawn[] {
  const known = WITHDRAWN.get(catalogue)
  if (known !== undefined) return known
  const all = catalogue
    .tallies('withdrawn')
    .toReversed()
    .flatMap(({ key }) => catalogue.list('withdrawn', key))
    .flatMap(({ id }) => catalogue.article(id) ?? [])
    .map(({ _id, _updatedAt, withdrawn, channel }) => ({
      id: _id,
      at: withdrawn?.date ?? _updatedAt,
      channel: channel?._ref ?? '',
    }))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  WITHDRAWN.set(catalogue, all)
  return all
}
