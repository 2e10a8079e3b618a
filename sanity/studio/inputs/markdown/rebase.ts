/**
 * An edit made on a text that another editor has changed meanwhile, made again on theirs.
 *
 *   rebase('渠水来了', '渠水终于来了', '清晨，渠水来了')  →  '清晨，渠水终于来了'
 *
 * Needed while an input method composes: the letters stay in the box until they are settled, and must not undo what came in
 * between. Where both changed the same place, both stand, ours behind theirs.
 */
interface Edit {
  at: number
  removed: number
  inserted: string
}

export function rebase(base: string, ours: string, theirs: string): string {
  if (theirs === base || ours === theirs) return ours
  if (ours === base) return theirs
  const mine = editOf(base, ours)
  const other = editOf(base, theirs)
  const shift = other.inserted.length - other.removed
  const start = mine.at + mine.removed <= other.at ? mine.at : Math.max(mine.at, other.at + other.removed) + shift
  const end =
    mine.at + mine.removed <= other.at ? start + mine.removed : Math.max(start, mine.at + mine.removed + shift)
  return theirs.slice(0, start) + mine.inserted + theirs.slice(end)
}

/** The one stretch in which two texts differ. */
function editOf(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length)
  let at = 0
  while (at < most && before[at] === after[at]) at += 1
  let tail = 0
  while (tail < most - at && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { at, removed: before.length - at - tail, inserted: after.slice(at, after.length - tail) }
}
