/**
 * GET /data/listen/:dataset: mutation events, as they happen, for the documents that a filter selects.
 *
 *   …?query=*[_id in $ids]&$ids=["a","drafts.a"]&includeResult=true&effectFormat=mendoza&enableResume=true
 *   →  event: welcome   data: {"listenerName":"…"}
 *      event: mutation  id: trx7#drafts.a   data: {"transition":"update","resultRev":"trx7",…}
 *
 * With `enableResume`, a client that comes back with Last-Event-ID gets `welcomeback` and what it missed, or `reset` when that can't
 * be told any more.
 */
import type { Call, LakeContext } from '../context.ts'
import { httpError } from '../error.ts'
import { paramsOf } from '../query/endpoint.ts'
import { randomId } from '../random.ts'
import type { Commit } from '../store/commit.ts'
import { type ListenOptions, mutationEvents } from './event.ts'
import { documentFilter } from './filter.ts'
import { type Send, type ServerEvent, eventStream } from './stream.ts'

type EventsOf = (commit: Commit) => ServerEvent[]

/** Beyond this, fetching the documents anew is cheaper than retelling their past. */
const MOST_MISSED = 2_000

export function listenEndpoint(context: LakeContext, { request, url: { searchParams } }: Call): Response {
  const query = searchParams.get('query')
  if (query === null || query.trim() === '') throw httpError(400, 'Expected a GROQ filter in "query", found none')
  const matches = documentFilter(context, query, paramsOf(searchParams))
  const options = readOptions(searchParams)
  const lastEvent = searchParams.get('enableResume') === 'true' ? request.headers.get('last-event-id') : null
  const eventsOf: EventsOf = (commit) => mutationEvents(commit, matches, options)
  return eventStream((send) => {
    greet(context, lastEvent, send, eventsOf)
    return context.store.subscribe((commit) => {
      for (const event of eventsOf(commit)) send(event)
    })
  }, context.onClose)
}

function greet(context: LakeContext, lastEvent: string | null, send: Send, eventsOf: EventsOf): void {
  const data = { listenerName: randomId() }
  // Named after the newest transaction, so that a listener that has heard nothing yet can resume too.
  const last = context.store.lastTransactionId()
  const id = last === undefined ? undefined : `${last}#`
  if (lastEvent === null || lastEvent === '') return send({ event: 'welcome', id, data })
  const missed = missedSince(context, lastEvent, eventsOf)
  if (missed === undefined) return send({ event: 'reset', id, data })
  send({ event: 'welcomeback', data })
  for (const event of missed) send(event)
}

function missedSince({ store }: LakeContext, lastEvent: string, eventsOf: EventsOf): ServerEvent[] | undefined {
  const [transactionId = ''] = lastEvent.split('#')
  const seq = store.seqOf(transactionId)
  if (seq === undefined || store.lastSeq() - seq > MOST_MISSED) return undefined
  return store.commits({ since: seq - 1 }).flatMap((commit) => {
    const events = eventsOf(commit)
    if (commit.seq !== seq) return events
    // The connection may have broken between two events of one transaction: it is told whole again, the client knows twins.
    const isWhole = lastEvent.endsWith('#') || events.at(-1)?.id === lastEvent
    return isWhole ? [] : events
  })
}

function readOptions(searchParams: URLSearchParams): ListenOptions {
  const isOn = (name: string): boolean => searchParams.get(name) === 'true'
  return {
    includeResult: isOn('includeResult'),
    includePreviousRevision: isOn('includePreviousRevision'),
    includeMutations: searchParams.get('includeMutations') !== 'false',
    includeAllVersions: isOn('includeAllVersions'),
    effects: searchParams.get('effectFormat') === 'mendoza',
  }
}
