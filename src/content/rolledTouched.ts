/**
 * Which pages of lists that may be cut (./rolls.ts) a change alters.
 *
 *   rolledTouched(rolls, { whole: '2024-06', index: 'channelMonth' }, change, catalogue)  →  ['2024-06', '2024-06-shang']
 */
import { headOf, type Catalogue } from './catalogue.ts'
import { keysIn, type Index } from './entries.ts'
import type { Change } from './kind.ts'
import { namesIn, type SourceNames } from './listing.ts'
import { periodsAt } from './periods.ts'
import { pagesIn, type Roll } from './rolls.ts'
import { versionsOf } from './touch.ts'

/** The lists as they were before an article changed, and the sources' names as they were before one did. */
function before(rolls: readonly Roll[], index: Index, change: Change): Roll[] {
  if (change.type !== 'article') return [...rolls]
  const old = change.before
  const keys = old === undefined ? [] : keysIn(index, old)
  const id = old?._id ?? change.after?._id
  return rolls.map((roll) => {
    const others = roll.heads.filter((head) => head.id !== id)
    return old === undefined || !roll.keys.some((key) => keys.includes(key))
      ? { ...roll, heads: others }
      : { ...roll, heads: [...others, headOf(old)] }
  })
}

/**
 * The periods whose pages a change alters, of lists that stand as they are after it: those around the article, and where a page came
 * or went, those beside it. The rolls may be empty: what stood there may be gone. A source that is renamed alters all of them.
 */
export function rolledTouched(
  rolls: readonly Roll[],
  { whole, index }: { whole: string; index: Index },
  change: Change,
  catalogue: Catalogue,
): string[] {
  const names = namesIn(catalogue)
  const old = change.type === 'source' ? change.before : undefined
  const oldNames: SourceNames = (id) =>
    change.type === 'source' && id === (old ?? change.after)?._id ? old?.name : names(id)
  const now = new Map(Array.from(pagesIn(whole, rolls, names), (sheet) => [sheet.period, sheet]))
  const then = new Map(
    Array.from(pagesIn(whole, before(rolls, index, change), oldNames), (sheet) => [sheet.period, sheet]),
  )
  const all = [...new Set([...then.keys(), ...now.keys()])]
  if (change.type !== 'article') return all
  const around = new Set(versionsOf(change).flatMap(({ publishedAt }) => periodsAt(publishedAt)))
  const moved = all.filter((period) => now.has(period) !== then.has(period))
  const above = new Set(moved.map((period) => (now.get(period) ?? then.get(period))?.above?.period))
  return all.filter((period) => {
    const over = (now.get(period) ?? then.get(period))?.above?.period
    return around.has(period) || (over !== undefined && above.has(over))
  })
}
