/** When a release is made, and from what: bursts, lag, loss, failures, holds, embargoes. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Clock } from '../../src/publish/publisher/clock.ts'
import { releaseIds } from '../../src/publish/release/places.ts'
import { rollBack } from '../../src/publish/release/rollback.ts'
import { openNewsroom, type Newsroom } from './newsroom.ts'
import { answerStale } from './plug/stale.ts'

const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 })

/** A room with one published document. */
async function published(clock?: Clock): Promise<Newsroom> {
  const room = await openNewsroom(clock)
  room.paper.put('jia', '甲')
  room.hear('jia')
  await room.publisher.settled()
  return room
}

describe('a thousand hooks in a burst', () => {
  it('make at most ten releases, and the last state is live', async () => {
    const room = await published()
    for (let n = 0; n < 1_000; n += 1) {
      room.paper.put('jia', `甲${n}`)
      room.hear('jia')
      if (n % 20 === 0) await wait(10)
    }
    await room.publisher.settled()
    expect(await room.page('jia')).toContain('甲999')
    expect(room.made.length - 1).toBeLessThanOrEqual(10)
    expect(room.queue.waiting()).toEqual([])
  })
})

describe('a state older than what was announced', () => {
  it('never goes live: the release waits until the API shows the announced revision', async () => {
    const room = await published()
    room.api.lag()
    room.paper.put('jia', '甲二')
    room.hear('jia')
    await wait(1_500)
    expect([room.made.length, room.queue.waiting().length]).toEqual([1, 1])
    room.api.catchUp()
    await room.publisher.settled()
    expect(await room.page('jia')).toContain('甲二')
    expect(room.queue.waiting()).toEqual([])
  })

  it('holds nobody else up: what can be seen is published meanwhile', async () => {
    const room = await published()
    room.queue.add(
      { digest: 'x', documents: [{ document: 'bing', said: { revision: 'r9', at: '2030-01-01T00:00:00Z' } }] },
      Date.now(),
    )
    room.paper.put('yi', '乙')
    room.hear('yi')
    await until(async () => expect(await room.page('yi')).toContain('乙'))
    // The hook is done with once the row of releases is in order too.
    await until(async () =>
      expect(room.queue.waiting().map(({ documents }) => documents[0]?.document)).toEqual(['bing']),
    )
  })

  it('never goes live however long the API is behind, while readers look all the time', async () => {
    const { reads, stale, releases } = await answerStale(await openNewsroom(), { seconds: 1 })
    expect({ reads: reads > 5, stale, releases }).toEqual({ reads: true, stale: 0, releases: 0 })
  })

  it('is refused at the gate when the API shows the revision and then answers the build with an older one', async () => {
    const room = await published()
    room.api.lag()
    room.paper.put('jia', '甲二')
    // The barrier sees the new state, the build the old one.
    const old = await room.page('jia')
    const sheet = room.paper.sheets.get('jia')
    const want = { reason: 'hook', announced: { jia: { revision: sheet?.revision ?? '', at: sheet?.at ?? '' } } }
    await expect(room.make(want)).rejects.toThrow(
      /expected revision r2 of jia in the release, found r1; the API answers/u,
    )
    expect(await room.page('jia')).toBe(old)
  })
})

describe('with every hook lost', () => {
  it('two hundred edits are right within one interval', async () => {
    const room = await published()
    room.watch(300)
    for (let n = 0; n < 200; n += 1) room.paper.put(`doc-${n % 20}`, `篇${n}`)
    room.paper.sheets.delete('jia')
    await until(async () => expect(await room.page('doc-19')).toContain('篇199'))
    expect(await room.page('doc-0')).toContain('篇180')
    expect(await room.page('jia')).toBe('')
  })
})

describe('a release that cannot be made', () => {
  it('is tried again by itself, and says meanwhile what is wrong', async () => {
    const room = await published()
    room.api.broken = new Error('expected an answer, found none')
    room.paper.put('jia', '甲二')
    room.hear('jia')
    await until(async () =>
      expect(room.publisher.status).toMatchObject({ state: 'failed', error: 'expected an answer, found none' }),
    )
    expect(room.queue.waiting()).toHaveLength(1)
    room.api.broken = undefined
    await room.publisher.settled()
    expect(await room.page('jia')).toContain('甲二')
    expect(room.publisher.status).toMatchObject({ state: 'live', error: undefined, waiting: 0 })
  })
})

describe('after a rollback', () => {
  it('nothing goes live by itself, and the hooks wait', async () => {
    const room = await published()
    room.paper.put('jia', '甲二')
    room.hear('jia')
    await room.publisher.settled()
    await rollBack(room.places)
    room.paper.put('jia', '甲三')
    room.hear('jia')
    await room.publisher.settled()
    await room.watch(60_000).reconcile()
    await room.publisher.settled()
    expect(await room.page('jia')).not.toContain('二')
    expect(room.publisher.status.state).toBe('held')
    expect(room.queue.waiting()).toHaveLength(1)
  })
})

describe('an embargo', () => {
  it('ends by a timer', async () => {
    const room = await published()
    room.paper.hold('yi', '乙', new Date(Date.now() + 700))
    room.hear('yi')
    await room.publisher.settled()
    room.watch(600_000)
    expect(await room.page('yi')).toBe('')
    await until(async () => expect(await room.page('yi')).toContain('乙'))
  })
})

describe('a clock that jumps by a year', () => {
  it.each([1, -1])('in direction %i stops nothing, and orders releases as they were made', async (direction) => {
    const jumped = { by: 0 }
    const clock: Clock = {
      now: () => new Date(Date.now() + jumped.by),
      elapsed: () => performance.now(),
      sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => {}),
    }
    const room = await published(clock)
    jumped.by = direction * 365 * 86_400_000
    for (const n of [2, 3]) {
      room.paper.put('jia', `甲${n}`)
      room.hear('jia')
      await room.publisher.settled()
      expect(await room.page('jia')).toContain(`甲${n}`)
    }
    expect(await releaseIds(room.places)).toEqual(['000001', '000002', '000003'])
    expect(room.queue.waiting()).toEqual([])
  })
})
