/**
 * One list out of several, each newest first: a channel's own with those of the channels below it.
 *
 *   newestOf([[b, d], [a, c]], 3)  →  [a, b, c] when a is the newest
 *   mergeTallies([[{ key: '2024-06', count: 2 }], [{ key: '2024-06', count: 3 }]])  →  [{ key: '2024-06', count: 5 }]
 */
import { byNewest, type Head, type Tally } from './catalogue.ts'

export const newestOf = (lists: readonly (readonly Head[])[], most: number): Head[] =>
  lists.flat().toSorted(byNewest).slice(0, most)

/** In the order of keys. */
export function mergeTallies(lists: readonly (readonly Tally[])[]): Tally[] {
  const counts = new Map<string, number>()
  for (const { key, count } of lists.flat()) counts.set(key, (counts.get(key) ?? 0) + count)
  return [...counts.keys()].toSorted().map((key) => ({ key, count: counts.get(key) ?? 0 }))
}
