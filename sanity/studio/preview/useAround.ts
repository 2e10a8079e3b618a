/**
 * The documents around a draft, fetched once and again when one of them changes; typing asks for nothing.
 *
 *   useAround(draft)  →  { documents: { site, channels, sources, profiles, pictures, articles }, pictures }
 */
import { useEffect, useMemo, useState } from 'react'
import { useClient, useDocumentStore } from 'sanity'
import { API } from '../inputs/people/usePeople.ts'
import {
  aroundOf,
  NOTHING_AROUND,
  pictureHost,
  referredIn,
  SHELF_FILTER,
  SHELF_QUERY,
  type Around,
  type ShelfAnswer,
} from './refer.ts'

/** Milliseconds in which changes of others are gathered into one question. */
const GATHER = 500

export function useAround(draft: unknown): Around {
  const store = useDocumentStore()
  const { apiHost } = useClient(API).config()
  const [around, setAround] = useState(NOTHING_AROUND)
  const key = useMemo(() => referredIn(draft).join(' '), [draft])
  useEffect(() => {
    const ids = key === '' ? [] : key.split(' ')
    const drafts = ids.map((id) => `drafts.${id}`)
    const watched = store
      .listenQuery(
        { fetch: SHELF_QUERY, listen: SHELF_FILTER },
        { ids, drafts },
        { ...API, perspective: 'drafts', throttleTime: GATHER },
      )
      .subscribe({
        next: (answer: ShelfAnswer) => setAround(aroundOf(answer, pictureHost(apiHost))),
        // The connection is tried again by the store itself; until then the page stands as it was.
        error: () => {},
      })
    return () => watched.unsubscribe()
  }, [store, key, apiHost])
  return around
}
