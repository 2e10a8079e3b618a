/**
 * What the lake answers to a query now, asked again when documents change.
 *
 *   const counts = useAnswer('{"drafts": count(*[…])}')   →  undefined, then { drafts: 3 }, then { drafts: 4 } …
 *
 * All lists of a Studio share one listener: a browser allows few connections, and the Studio needs them for itself.
 */
import type { SanityClient } from '@sanity/client'
import { useEffect, useState } from 'react'
import { useClient } from 'sanity'

/** The date of the API that the queries were written against. */
export const API_VERSION = '2025-02-19'

const WATCHED = '*[_type in ["article", "profile", "source", "channel"]]'
/** An editor types several letters a second; the numbers may be a second old. */
const AT_MOST_EVERY = 1_000

export function useAnswer(query: string, params: Readonly<Record<string, string>> = {}): unknown {
  const client = useClient({ apiVersion: API_VERSION })
  const [answer, setAnswer] = useState<unknown>()
  const key = JSON.stringify(params)
  useEffect(() => {
    const given: unknown = JSON.parse(key)
    let wanted = true
    const ask = (): void => {
      client
        .fetch<unknown>(query, isParams(given) ? given : {}, { perspective: 'drafts', tag: 'desk-counts' })
        .then((found) => wanted && setAnswer(found))
        // The next change asks again; until then the last numbers stand.
        .catch(() => undefined)
    }
    ask()
    const stop = watch(client, ask)
    return () => {
      wanted = false
      stop()
    }
  }, [client, query, key])
  return answer
}

const isParams = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const watchers = new Set<() => void>()
let listening: { unsubscribe(): void } | undefined
let isGreeted = false
let due: ReturnType<typeof setTimeout> | undefined

/** Calls back at most once a second after documents have changed, until stopped; the last to stop ends the listener. */
function watch(client: SanityClient, callback: () => void): () => void {
  watchers.add(callback)
  listening ??= client
    // A welcome after the first says that the lake was away: what changed meanwhile is in no event.
    .listen(WATCHED, {}, { events: ['welcome', 'mutation'], includeResult: false, visibility: 'query', tag: 'desk' })
    .subscribe({
      next: ({ type }) => {
        if (type !== 'welcome' || isGreeted) announce()
        isGreeted = true
      },
      error: stopListening,
    })
  return () => {
    watchers.delete(callback)
    if (watchers.size > 0) return
    listening?.unsubscribe()
    stopListening()
    clearTimeout(due)
    due = undefined
  }
}

function stopListening(): void {
  listening = undefined
  isGreeted = false
}

function announce(): void {
  due ??= setTimeout(() => {
    due = undefined
    for (const callback of watchers) callback()
  }, AT_MOST_EVERY)
}
