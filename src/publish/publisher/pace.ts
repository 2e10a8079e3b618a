/**
 * How long a publisher waits for what: short when it is quiet, longer in a burst and after failures. In milliseconds.
 *
 *   pace.quiet()   →  40, and in a burst 80, 160 … 1,000: a thousand hooks make a handful of releases
 *   pace.look()    →  50, 75 … 2,000 between two looks for a revision that the API does not show yet
 *   pace.retry()   →  1,000, 2,000 … 60,000 after failures
 */
import type { Clock } from './clock.ts'

const QUIET = { first: 40, most: 1_000 } as const
const LOOK = { first: 50, most: 2_000 } as const
const RETRY = { first: 1_000, most: 60_000 } as const
/** After so long without a release the burst is over. */
const BURST = 2_000
/** How long hooks whose revisions can be seen wait for one whose revision cannot. */
const PATIENT = 1_000

export class Pace {
  readonly #clock: Pick<Clock, 'elapsed'>
  #quiet: number = QUIET.first
  #look: number = LOOK.first
  #retry: number = RETRY.first
  #began = -Infinity
  #made = -Infinity

  constructor(clock: Pick<Clock, 'elapsed'>) {
    this.#clock = clock
  }

  begin(): void {
    this.#began = this.#clock.elapsed()
    this.#look = LOOK.first
  }

  made(): void {
    const now = this.#clock.elapsed()
    this.#quiet = now - this.#made < BURST ? Math.min(this.#quiet * 2, QUIET.most) : QUIET.first
    this.#made = now
    this.#retry = RETRY.first
  }

  quiet(): number {
    return this.#clock.elapsed() - this.#made < BURST ? this.#quiet : QUIET.first
  }

  look(): number {
    const look = this.#look
    this.#look = Math.min(look * 1.5, LOOK.most)
    return look
  }

  retry(): number {
    const retry = this.#retry
    this.#retry = Math.min(retry * 2, RETRY.most)
    return retry
  }

  isPatient(): boolean {
    return this.#clock.elapsed() - this.#began < PATIENT
  }
}
