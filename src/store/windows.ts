/**
 * Neighbours in lists, fetched a stretch at a time: whoever draws a site asks for one article after the other.
 *
 *   const windows = windowsOver((k, head, most) => older ones, (k, head) => the next newer one)
 *   windows.around(7, head)   →  { newer: Head, older: Head }
 *   windows.clear()           →  after the store changed
 */
import { byNewest, type Head } from '../content/catalogue.ts'
import { lately } from './lately.ts'

interface Window {
  /** Newest first, without a gap. */
  heads: Head[]
  /** Whether the first and the last of them are those of the whole list. */
  whole: { start: boolean; end: boolean }
}

export interface Windows {
  around(k: number, head: Head): { newer: Head | undefined; older: Head | undefined }
  clear(): void
}

/** Heads a stretch; and lists of which one is remembered. */
const STRETCH = 60
const LISTS = 500

export function windowsOver(
  olderThan: (k: number, head: Head, most: number) => Head[],
  newerThan: (k: number, head: Head) => Head | undefined,
): Windows {
  const windows = lately<{ window: Window | undefined }>(LISTS)
  const fetched = (k: number, head: Head): Window => {
    const newer = newerThan(k, head)
    const older = olderThan(k, head, STRETCH)
    // The head itself stands between them, whether it stands in the list (any more) or not.
    return {
      heads: [...(newer === undefined ? [] : [newer]), head, ...older],
      whole: { start: newer === undefined, end: older.length < STRETCH },
    }
  }
  return {
    around: (k, head) => {
      const held = windows.of(String(k), () => ({ window: undefined }))
      const found = held.window === undefined ? undefined : within(held.window, head)
      if (found !== undefined) return found
      held.window = fetched(k, head)
      return within(held.window, head) ?? { newer: newerThan(k, head), older: olderThan(k, head, 1)[0] }
    },
    clear: () => windows.clear(),
  }
}

/** undefined when the neighbours do not lie within the stretch. */
function within(
  { heads, whole }: Window,
  head: Head,
): { newer: Head | undefined; older: Head | undefined } | undefined {
  let low = 0
  let high = heads.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = heads[middle]
    if (one !== undefined && byNewest(one, head) < 0) low = middle + 1
    else high = middle
  }
  if (heads[low]?.id !== head.id) return undefined
  const [newer, older] = [heads[low - 1], heads[low + 1]]
  if ((newer === undefined && !whole.start) || (older === undefined && !whole.end)) return undefined
  return { newer, older }
}
