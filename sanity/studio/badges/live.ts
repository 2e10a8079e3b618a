/**
 * Which revision of each article stands on the site, from the small file that the site publishes.
 *
 *   liveState('a', 'rev2', { a: 'rev1' })   →  'changed'
 *   liveState('a', 'rev1', { a: 'rev1' })   →  'live'
 *   liveState('a', 'rev1', undefined)       →  undefined   (no site to ask: nothing is claimed)
 */
export type LiveState = 'live' | 'absent' | 'changed'
export type LiveRevisions = Readonly<Record<string, string>>

export function liveState(id: string, revision: string, live: LiveRevisions | undefined): LiveState | undefined {
  if (live === undefined) return undefined
  const printed = Object.hasOwn(live, id) ? live[id] : undefined
  if (printed === undefined) return 'absent'
  return printed === revision ? 'live' : 'changed'
}

/** The body of `live.json` in, revisions by id out; undefined for anything else that a server may answer. */
export function readLive(body: unknown): LiveRevisions | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const entries = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return entries.length === Object.keys(body).length ? Object.fromEntries(entries) : undefined
}
