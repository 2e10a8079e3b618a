/**
 * Time as a publisher needs it, handed in so that a test can make a minute pass or a year be skipped.
 *
 *   await clock.sleep(200, signal)   →  after 200 ms, or at once when the signal aborts
 */
import { setTimeout as wait } from 'node:timers/promises'

export interface Clock {
  now(): Date
  /** Milliseconds by a clock that nobody sets, from whenever on. */
  elapsed(): number
  /** By the same clock. Resolves early when aborted, and never throws. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** What a timer of Node's can hold. */
const LONGEST = 2_000_000_000

export const CLOCK: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) =>
    wait(Math.max(0, Math.min(milliseconds, LONGEST)), undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    }),
}
