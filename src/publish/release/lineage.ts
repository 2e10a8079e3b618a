/**
 * What differs between two releases that this process has made one after the other, without looking at every file of both.
 *
 *   noteChange(manifest42, manifest41, ['/index.html'])
 *   noteChange(manifest43, manifest42, ['/404.html'])
 *   pathsBetween(manifest41, manifest43)   →  ['/404.html', '/index.html']; those that may differ, and some that do not
 *
 * Of releases that it has not made so, or that were cleared of something since, all paths are named.
 */
import type { Manifest } from './manifest.ts'

interface Change {
  from: WeakRef<Manifest>
  paths: readonly string[]
}

const CHANGES = new WeakMap<Manifest, Change>()
/** Releases back; more than are kept are not remembered anyway. */
const FARTHEST = 100

export const noteChange = (manifest: Manifest, from: Manifest, paths: readonly string[]): void =>
  void CHANGES.set(manifest, { from: new WeakRef(from), paths })

export function pathsBetween(old: Manifest, wanted: Manifest): Iterable<string> {
  const paths = new Set<string>()
  let at: Manifest | undefined = wanted
  for (let steps = 0; at !== undefined && at !== old && steps < FARTHEST; steps += 1) {
    const change = CHANGES.get(at)
    for (const path of change?.paths ?? []) paths.add(path)
    at = change?.from.deref()
  }
  return at === old ? paths : new Set([...Object.keys(old.files), ...Object.keys(wanted.files)])
}
