/**
 * Problems as the Studio shows them: one message at each field below the document.
 *
 *   shownBelow([{ path: ['source'], level: 'error', message: '请选择来源。' }], 'error')  →  [{ path: ['source'], message: '请选择来源。' }]
 *   shownBelow([], 'error')  →  true
 */
import type { Path } from '@sanity/types'
import type { Problem } from './rules.ts'

interface Shown {
  path: Path
  message: string
}

/** Fields that check themselves are left out, or an editor would read the same sentence twice. */
export function shownBelow(
  problems: readonly Problem[],
  level: Problem['level'],
  checkThemselves: readonly string[] = [],
): true | Shown[] {
  const shown = problems
    .filter((problem) => problem.level === level)
    .filter(({ path: [field] }) => !checkThemselves.some((name) => name === field))
    .map(({ path, message }) => ({ path, message }))
  return shown.length === 0 ? true : shown
}
