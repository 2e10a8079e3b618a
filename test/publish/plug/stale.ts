/**
 * An API that answers with an old state for a whole minute after the hook: nothing older than announced may go live meanwhile.
 *
 *   await answerStale(room, { seconds: 60 })   →  { reads: 2900, stale: 0, releases: 0, late: 240 }
 */
import { setTimeout as wait } from 'node:timers/promises'
import { currentId } from '../../../src/publish/release/places.ts'
import type { Newsroom } from '../newsroom.ts'

export interface Stale {
  /** Looks at the page while the API was behind, and how many of them found another than the last good one. */
  reads: number
  stale: number
  /** Releases made meanwhile. */
  releases: number
  /** Milliseconds from the API's catching up until the announced revision was live. */
  late: number
}

const LONGEST = 20_000

interface StaleOptions {
  seconds: number
  /** Told now and then how far it has come. */
  say?: (line: string) => void
}

export async function answerStale(room: Newsroom, { seconds, say = () => {} }: StaleOptions): Promise<Stale> {
  room.paper.put('a', '旧')
  room.hear('a')
  await room.publisher.settled()
  const [page, release] = [await room.page('a'), await currentId(room.places)]
  room.api.lag()
  room.paper.put('a', '新')
  room.hear('a')
  const found: Stale = { reads: 0, stale: 0, releases: 0, late: 0 }
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; await wait(20)) {
    found.reads += 1
    if ((await room.page('a')) !== page) found.stale += 1
    say(`${found.reads} reads, ${found.stale} of them stale`)
  }
  found.releases = Number(await currentId(room.places)) - Number(release)
  room.api.catchUp()
  const began = performance.now()
  while (!(await room.page('a')).includes('新')) {
    if (performance.now() - began > LONGEST) throw new Error('expected the announced revision live, found the old one')
    await wait(5)
  }
  return { ...found, late: Math.round(performance.now() - began) }
}
