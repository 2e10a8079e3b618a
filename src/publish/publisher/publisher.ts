/**
 * Makes a release whenever one is wanted: one at a time, the newest want wins, and never from a state older than what was announced.
 *
 *   const publisher = new Publisher({ make, live, queue, ask, clock: CLOCK, say: console.log })
 *   publisher.heard(); publisher.heard()             →  one release, once the announced revisions can be seen
 *   publisher.status                                 →  { state: 'live', release: '000042', waiting: 0, … }
 *
 * A release that fails is tried again by itself, later each time; readers keep the last one meanwhile.
 */
import type { Progress, Want } from '../builder.ts'
import type { Made } from '../make.ts'
import type { Manifest } from '../release/manifest.ts'
import type { Hold } from '../release/rollback.ts'
import type { Queue } from '../receive/queue.ts'
import type { Clock } from './clock.ts'
import type { Ask } from './heads.ts'
import { Pace } from './pace.ts'
import { sayProgress } from './progress.ts'
import { sortHooks } from './seen.ts'
import { openCounts, openStatus, type Status } from './status.ts'

export interface PublisherOptions {
  make: (want: Want, onProgress: (progress: Progress) => void) => Promise<Made>
  /** What readers have. */
  live: () => Promise<Manifest | undefined>
  /** Whether somebody rolled back by hand. */
  hold: () => Promise<Hold | undefined>
  queue: Queue | undefined
  ask: Ask
  clock: Clock
  say: (line: string) => void
}

/** Milliseconds between two lines about one build. */
const SAID_EVERY = 10_000

export class Publisher {
  readonly counts = openCounts()
  status: Status
  /** Resolves when the first release was made, or could not be. */
  readonly attempted: Promise<void>
  /** ISO instant at which an embargo ends next. */
  next: string | undefined
  readonly #options: PublisherOptions
  readonly #stop = new AbortController()
  readonly #pace: Pace
  #bell = new AbortController()
  #reasons = new Set<string>()
  #running: Promise<void> | undefined
  #tried: () => void

  constructor(options: PublisherOptions) {
    this.#options = options
    this.#pace = new Pace(options.clock)
    this.status = openStatus(options.clock.now())
    const { promise, resolve } = Promise.withResolvers<void>()
    this.attempted = promise
    this.#tried = resolve
  }

  want(reason: string): void {
    this.#reasons.add(reason)
    this.heard()
  }

  /** A hook is in the queue: a release is made when what it announces can be seen. */
  heard(): void {
    this.#bell.abort()
    this.#start()
  }

  /** Resolves when nothing is wanted, waiting or building. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  enter(change: Partial<Status>): void {
    const isSame = change.state === undefined || change.state === this.status.state
    const since = isSame ? this.status.since : this.#options.clock.now().toISOString()
    this.status = { ...this.status, ...change, since }
    if (['live', 'failed', 'held'].includes(this.status.state)) this.#tried()
  }

  #start(): void {
    if (this.#running !== undefined || this.#stop.signal.aborted) return
    this.#running = this.#work().finally(() => {
      this.#running = undefined
      if (this.status.state === 'held') return
      // What came while the last round was ending.
      if (this.#reasons.size > 0 || (this.#options.queue?.waiting().length ?? 0) > 0) this.#start()
    })
  }

  async #work(): Promise<void> {
    const { clock, say } = this.#options
    this.#pace.begin()
    await clock.sleep(this.#pace.quiet(), this.#stop.signal)
    while (!this.#stop.signal.aborted) {
      try {
        if (!(await this.#round())) return
        await this.#rest(this.#pace.look())
      } catch (error) {
        if (this.#stop.signal.aborted) return
        this.counts.failures += 1
        const message = error instanceof Error ? error.message : String(error)
        this.enter({ state: 'failed', error: message })
        say(`Not published, readers keep the last release: ${message}`)
        const retry = this.#pace.retry()
        await clock.sleep(Math.min(retry, 1_000), this.#stop.signal)
        // What comes meanwhile may be what mends it.
        await this.#rest(retry - 1_000)
      }
    }
  }

  /** Rings early when something is wanted. */
  #rest(milliseconds: number): Promise<void> {
    this.#bell = new AbortController()
    return this.#options.clock.sleep(milliseconds, AbortSignal.any([this.#bell.signal, this.#stop.signal]))
  }

  /** What is wanted and can be seen becomes a release. Whether anything is left to do. */
  async #round(): Promise<boolean> {
    const { queue, ask, clock } = this.#options
    const hold = await this.#options.hold()
    if (hold !== undefined) {
      this.enter({ state: 'held', error: `held at release ${hold.to} since ${hold.at}` })
      this.#reasons.clear()
      return false
    }
    const hooks = queue?.waiting() ?? []
    const { ready, announced, isPending } = await sortHooks(ask, hooks, clock.now())
    this.enter({ waiting: hooks.length })
    if (isPending && this.#pace.isPatient()) return true
    if (ready.length === 0 && this.#reasons.size === 0) return hooks.length > 0
    const reasons = [...this.#reasons]
    this.#reasons.clear()
    try {
      await this.#publish({ reason: reasons.join(', ') || 'hook', announced })
    } catch (error) {
      for (const reason of reasons) this.#reasons.add(reason)
      throw error
    }
    queue?.done(ready.map(({ seq }) => seq))
    const left = queue?.waiting() ?? []
    this.enter({ waiting: left.length })
    if (left.length === 0 && this.#reasons.size === 0) return false
    // In a burst, each release waits longer for more to come.
    await clock.sleep(this.#pace.quiet(), this.#stop.signal)
    return true
  }

  /** Into the status at once, into the log now and then. */
  #progress(): (progress: Progress) => void {
    const { clock, say } = this.#options
    let last = clock.now().getTime()
    return (progress) => {
      this.enter({ progress })
      const now = clock.now().getTime()
      if (now - last < SAID_EVERY) return
      last = now
      say(sayProgress(progress))
    }
  }

  async #publish(want: Want): Promise<void> {
    const { make, say } = this.#options
    this.enter({ state: 'building' })
    const made = await make(want, this.#progress()).finally(() => this.enter({ progress: undefined }))
    this.#pace.made()
    this.counts[made.id === undefined ? 'unchanged' : 'releases'] += 1
    this.counts.parts = made.parts
    const { id: release, madeAt, pages, quarantined, next } = made.manifest
    this.next = next
    this.enter({ state: 'live', release, madeAt, quarantined, error: undefined })
    if (made.id !== undefined) say(`Release ${made.id}: ${made.changed} files changed, ${pages} pages.`)
    for (const { document, field, reason, remedy } of quarantined)
      say(`  未上网　${document}${field === '' ? '' : `（${field}）`}　${reason}；${remedy}`)
  }
}
