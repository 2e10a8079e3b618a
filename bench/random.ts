/**
 * Chance that comes out the same every time: whoever draws in the same order from the same seed draws the same.
 *
 *   const random = randomOf(7)
 *   random.below(10)            →  0
 *   random.pick(['渠', '田'])    →  '渠' or '田', the same one on every machine
 *   random.hex(16)              →  sixteen hexadecimal letters
 */
export interface Random {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** `count` different entries; fewer when the list is shorter. */
  some<T>(list: readonly T[], count: number): T[]
  hex(length: number): string
}

/** A seed in, its chance out. Mulberry32: 32 bits of state are plenty for an archive that nobody bets on. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    some: (list, count) => {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)).flat()
    },
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  }
}
