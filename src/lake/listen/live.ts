/**
 * GET /data/live/events/:dataset: that something changed, for those who then ask their queries again.
 *
 *   →  event: welcome  id: 7   data: {}
 *      event: message  id: 8   data: {"tags":["s1:all"]}
 */
import type { Call, LakeContext } from '../context.ts'
import { eventStream } from './stream.ts'

/** The tag that every answer of the query endpoint carries: with one lake of one newsroom, finer ones would gain nothing. */
const TAGS = ['s1:all']

export function liveEndpoint(context: LakeContext, { request, url: { searchParams } }: Call): Response {
  const withDrafts = searchParams.get('includeDrafts') === 'true'
  const lastEvent = request.headers.get('last-event-id')
  return eventStream((send) => {
    const seq = context.store.lastSeq()
    send({ event: 'welcome', id: String(seq), data: {} })
    if (lastEvent !== null && lastEvent !== String(seq))
      send({ event: 'message', id: String(seq), data: { tags: TAGS } })
    return context.store.subscribe((commit) => {
      if (!withDrafts && commit.changes.every(({ id }) => /^(?:drafts|versions)\./.test(id))) return
      send({ event: 'message', id: String(commit.seq), data: { tags: TAGS } })
    })
  }, context.onClose)
}
