/**
 * What was asked for lately, up to a number; the oldest goes first.
 *
 *   const heads = lately<Head>(20_000)
 *   heads.of('article-a', () => readHead('article-a'))   →  read the first time, the same object then
 */
export interface Lately<T, Key = string> {
  of(key: Key, make: () => T): T
  drop(key: Key): void
  clear(): void
}

export function lately<T, Key = string>(most: number): Lately<T, Key> {
  // Two halves: when the young one is full it becomes the old one, and what nobody asked for since is gone. No list to keep in order.
  let young = new Map<Key, { value: T }>()
  let old = young
  return {
    of: (key, make) => {
      const fresh = young.get(key)
      if (fresh !== undefined) return fresh.value
      const known = old.get(key) ?? { value: make() }
      if (young.size >= most / 2) {
        old = young
        young = new Map()
      }
      young.set(key, known)
      return known.value
    },
    drop: (key) => {
      young.delete(key)
      old.delete(key)
    },
    clear: () => {
      young = new Map()
      old = young
    },
  }
}
