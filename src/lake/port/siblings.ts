/**
 * Further ports for the streams of browsers. A browser opens six connections to one address and port over HTTP/1.1; the Studio keeps up
 * to eight streams open in each tab, after which every other request would wait for ever.
 *
 *   await siblings.next()  →  3334, then 3335, …   bound when first needed, the one with the fewest streams first
 */
import { type Bound, type Handlers, bind } from './bind.ts'

/** 16 ports of 6 connections: about twelve tabs. */
const MOST = 16
const PER_PORT = 5

export class Siblings {
  #handler: Handlers
  #host: string
  #mainPort: () => number
  #bound: Bound[] = []
  #streams = new Map<number, number>()
  #opening: Promise<unknown> = Promise.resolve()

  constructor(handler: Handlers, host: string, mainPort: () => number) {
    this.#handler = handler
    this.#host = host
    this.#mainPort = mainPort
  }

  has(port: number): boolean {
    return this.#streams.has(port)
  }

  /** One after the other, so that a burst of streams does not crowd onto one port. */
  next(): Promise<number> {
    const turn = this.#opening.then(() => this.#choose())
    this.#opening = turn.catch(() => undefined)
    return turn
  }

  opened(port: number): () => void {
    this.#count(port, 1)
    return () => this.#count(port, -1)
  }

  async close(): Promise<void> {
    await Promise.all(this.#bound.map((bound) => bound.close()))
  }

  async #choose(): Promise<number> {
    const [emptiest] = [...this.#streams].toSorted(([, one], [, other]) => one - other)
    if (emptiest !== undefined && (emptiest[1] < PER_PORT || this.#bound.length >= MOST))
      return this.#reserve(emptiest[0])
    const bound = await this.#open(this.#mainPort() + 1 + this.#bound.length)
    this.#bound.push(bound)
    this.#streams.set(bound.port, 0)
    return this.#reserve(bound.port)
  }

  /** Counted from the moment of the redirect, or the next of a burst would be sent to the same port. */
  #reserve(port: number): number {
    setTimeout(this.opened(port), RESERVED_MS).unref()
    return port
  }

  /** The neighbours may be taken, by a second lake for instance; any other port does as well. */
  async #open(port: number): Promise<Bound> {
    try {
      return await bind(this.#handler, port > 65_535 ? 0 : port, this.#host)
    } catch {
      return bind(this.#handler, 0, this.#host)
    }
  }

  #count(port: number, by: number): void {
    this.#streams.set(port, (this.#streams.get(port) ?? 0) + by)
  }
}

const RESERVED_MS = 1_000
