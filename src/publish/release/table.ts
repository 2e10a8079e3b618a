/**
 * Records by key, never changed: a table made of another shares with it all but what differs.
 *
 *   const one = Table.of([['a', 1], ['b', 2]])
 *   const two = one.with([['b', undefined], ['c', 3]])    →  a 1, c 3; `one` is what it was
 *   two.differing(one)                                    →  Set { 'b', 'c' }: no other key has another value
 *
 * A stack of layers, each over those below, `undefined` for what has gone. Neighbours are put together while the lower one is not much
 * larger, so that there are few, and each change is copied a few times at most; the lowest, which may hold a whole archive, only when
 * half as much lies upon it. What a change costs does not grow with the table.
 */
export type Layer<Value> = ReadonlyMap<string, Value | undefined>

export class Table<Value> {
  readonly layers: readonly Layer<Value>[]
  #size: number | undefined

  private constructor(layers: readonly Layer<Value>[]) {
    this.layers = layers
  }

  static of<Value>(entries: Iterable<readonly [string, Value]>): Table<Value> {
    return new Table<Value>([new Map(entries)])
  }

  /** Lowest first, as another table's `layers` gave them. */
  static stacked<Value>(layers: readonly Layer<Value>[]): Table<Value> {
    return new Table(layers)
  }

  get(key: string): Value | undefined {
    for (let at = this.layers.length - 1; at >= 0; at -= 1) {
      const found = this.layers[at]?.get(key)
      if (found !== undefined || this.layers[at]?.has(key) === true) return found
    }
    return undefined
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** Looks at every record, the first time. */
  get size(): number {
    this.#size ??= this.entries().reduce((count) => count + 1, 0)
    return this.#size
  }

  *entries(): Generator<[string, Value]> {
    const [lowest = new Map<string, Value>(), ...rest] = this.layers
    const upon = rest.reduce<Layer<Value>>(together, new Map())
    for (const [key, value] of lowest) if (value !== undefined && !upon.has(key)) yield [key, value]
    for (const [key, value] of upon) if (value !== undefined) yield [key, value]
  }

  *keys(): Generator<string> {
    for (const [key] of this.entries()) yield key
  }

  with(changes: Iterable<readonly [string, Value | undefined]>): Table<Value> {
    const fresh: Layer<Value> = new Map(changes)
    if (fresh.size === 0) return this
    const layers = [...this.layers, fresh]
    while (layers.length > 2 && sizeAt(layers, -2) <= 2 * sizeAt(layers, -1)) settle(layers)
    if (layers.length === 2 && sizeAt(layers, 0) < 2 * sizeAt(layers, 1)) settle(layers)
    return new Table(layers)
  }

  /** The same records as `other` with what differs: what is alike is shared with it, and all of it when nothing differs. */
  upon(other: Table<Value>): Table<Value> {
    const others = [...this.differing(other)].map((key) => [key, this.get(key)] as const)
    return other.with(others.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other.get(key))))
  }

  /** The keys under which the two may have other records; all others are the very same. */
  differing(other: Table<Value>): Set<string> {
    const shared = this.layers.findIndex((layer, at) => layer !== other.layers[at])
    const from = shared < 0 ? this.layers.length : shared
    return new Set([this, other].flatMap(({ layers }) => layers.slice(from).flatMap((layer) => [...layer.keys()])))
  }
}

const sizeAt = <Value>(layers: readonly Layer<Value>[], at: number): number => layers.at(at)?.size ?? 0

/** The two topmost become one. */
function settle<Value>(layers: Layer<Value>[]): void {
  const [lower, upper] = layers.splice(-2)
  if (lower === undefined || upper === undefined) return
  const one = together(lower, upper)
  layers.push(layers.length > 0 ? one : new Map(one.entries().filter(([, value]) => value !== undefined)))
}

const together = <Value>(lower: Layer<Value>, upper: Layer<Value>): Layer<Value> => new Map([...lower, ...upper])
