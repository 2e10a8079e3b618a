/**
 * Looks by itself, at boot and every few minutes, whether readers have what the lake has, and wakes when an embargo ends.
 *
 *   const watch = new Watch(publisher, { live, hold, ask, interval: 300_000, clock, say })
 *   await watch.reconcile()   →  a release is wanted when anything differs
 *
 * With every hook lost, the site is right within one interval.
 */
import { differencesOf, headsOf } from './heads.ts'
import type { Publisher, PublisherOptions } from './publisher.ts'

interface WatchOptions extends Pick<PublisherOptions, 'live' | 'hold' | 'ask' | 'clock' | 'say' | 'queue'> {
  /** Milliseconds. */
  interval: number
}

export class Watch {
  readonly #publisher: Publisher
  readonly #options: WatchOptions
  readonly #stop = new AbortController()
  readonly #watching: Promise<void>

  constructor(publisher: Publisher, options: WatchOptions) {
    this.#publisher = publisher
    this.#options = options
    this.#watching = this.#watch()
  }

  async reconcile(): Promise<void> {
    const { ask, queue } = this.#options
    const [manifest, hold] = await Promise.all([this.#options.live(), this.#options.hold()])
    if (hold !== undefined)
      return this.#publisher.enter({ state: 'held', error: `held at release ${hold.to} since ${hold.at}` })
    const differences = manifest === undefined ? ['everything'] : differencesOf(await headsOf(ask), manifest)
    this.#publisher.counts.differences += differences.length
    if (differences.length > 0) this.#publisher.want('reconcile')
    else if ((queue?.waiting().length ?? 0) > 0) this.#publisher.heard()
    if (manifest === undefined) return undefined
    this.#publisher.next ??= manifest.next
    return undefined
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#watching
  }

  async #watch(): Promise<void> {
    const { clock, interval } = this.#options
    const { signal } = this.#stop
    await this.#look()
    while (!signal.aborted) {
      const { next } = this.#publisher
      const due = next === undefined ? interval : Math.max(0, Date.parse(next) - clock.now().getTime())
      await clock.sleep(Math.min(interval, due), signal)
      if (signal.aborted) return
      if (next !== undefined && Date.parse(next) <= clock.now().getTime()) {
        this.#publisher.next = undefined
        this.#publisher.want('embargo')
      }
      await this.#look()
    }
  }

  async #look(): Promise<void> {
    try {
      await this.reconcile()
    } catch (error) {
      this.#publisher.counts.failures += 1
      this.#options.say(`Not compared with the lake: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
