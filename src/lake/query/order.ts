/**
 * The order of values as groq-js has it: instants before numbers before texts before truths before everything else.
 *
 *   compareKeys([instant, 'b'], [instant, 'a'], [{ isDescending: true }, { isDescending: false }])  →  > 0
 */
export interface Ranked {
  readonly id: string
  readonly keys: readonly unknown[]
}

interface Direction {
  readonly isDescending: boolean
}

/** What is equal stands by its id. */
export const comparing =
  (by: readonly Direction[]) =>
  (one: Ranked, other: Ranked): number =>
    compareKeys(one.keys, other.keys, by) || (one.id < other.id ? -1 : Number(one.id > other.id))

/** Where one stands in an ordered list, or would. */
export function placeOf(
  order: readonly Ranked[],
  member: Ranked,
  compare: (one: Ranked, other: Ranked) => number,
): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = order[middle]
    if (there !== undefined && compare(there, member) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compareKeys(one: readonly unknown[], other: readonly unknown[], by: readonly Direction[]): number {
  for (const [index, { isDescending }] of by.entries()) {
    const compared = compare(one[index], other[index])
    if (compared !== 0) return isDescending ? -compared : compared
  }
  return 0
}

function compare(one: unknown, other: unknown): number {
  const [a, b] = [instantOf(one) ?? one, instantOf(other) ?? other]
  const byType = rankOf(one) - rankOf(other)
  if (byType !== 0) return byType
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  const [x, y] = [Number(a), Number(b)]
  return Number.isNaN(x - y) ? 0 : x - y
}

const RANKS: Readonly<Record<string, number>> = { number: 2, string: 3, boolean: 4 }
const LAST = 100

const rankOf = (value: unknown): number => (instantOf(value) === undefined ? (RANKS[typeof value] ?? LAST) : 1)

/** groq-js's own class for instants, which it does not hand out, holds a Date. */
function instantOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('date' in value) || !(value.date instanceof Date))
    return undefined
  return value.date.getTime()
}
