/**
 * The barrier: which hooks announce what the live API shows by now, or something newer.
 *
 *   await sortHooks(ask, hooks, now)
 *     →  { ready: [hook 17], announced: { 'article-a': { revision: 'r2', at: '…' } }, isPending: true }
 *
 * A hook may come before the API answers with what it announces, by up to a minute where answers are cached. A revision that nobody saw
 * within three minutes (its document was deleted since, say) is left to reconcile.
 */
import { isAsNew, type Announced } from '../builder.ts'
import { announcedIn, type Hook } from '../receive/queue.ts'
import { headsOf, type Ask } from './heads.ts'

const FORGOTTEN = 3 * 60_000

interface Sorted {
  /** Hooks that the next release answers. */
  ready: Hook[]
  /** What that release must hold. */
  announced: Record<string, Announced>
  /** Whether others wait for the API. */
  isPending: boolean
}

export async function sortHooks(ask: Ask, hooks: readonly Hook[], now: Date): Promise<Sorted> {
  const announced = announcedIn(hooks)
  const seen = await seenOf(ask, announced)
  const isSeen = ({ documents }: Hook): boolean => documents.every(({ document }) => seen.has(document))
  const isForgotten = ({ at }: Hook): boolean => Math.abs(now.getTime() - at) > FORGOTTEN
  return {
    ready: hooks.filter((hook) => isSeen(hook) || isForgotten(hook)),
    announced: Object.fromEntries(Object.entries(announced).filter(([id]) => seen.has(id))),
    isPending: hooks.some((hook) => !isSeen(hook) && !isForgotten(hook)),
  }
}

export async function seenOf(ask: Ask, announced: Readonly<Record<string, Announced>>): Promise<ReadonlySet<string>> {
  const ids = Object.keys(announced)
  if (ids.length === 0) return new Set()
  const heads = await headsOf(ask, ids)
  return new Set(
    Object.entries(announced).flatMap(([id, said]) =>
      isAsNew(Object.hasOwn(heads, id) ? heads[id] : undefined, said) ? [id] : [],
    ),
  )
}
