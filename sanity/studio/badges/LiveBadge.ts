/**
 * The badge of an article: whether what is published here is what readers see.
 *
 *   已上网 · 未上网 · 有更新未上网 · 正在上网 · 不能上网 · 已撤稿   (nothing while the site cannot be asked, and for what was never published)
 */
import { useEffect, useState } from 'react'
import type { DocumentBadgeComponent, DocumentBadgeDescription } from 'sanity'
import { SETTINGS } from '../desk/settings.ts'
import {
  liveState,
  monthFile,
  progressIn,
  readLive,
  refusalIn,
  statusFile,
  type LiveRevisions,
  type LiveState,
  type Refusal,
} from './live.ts'

const BADGES: Readonly<Record<LiveState, DocumentBadgeDescription>> = {
  live: { label: '已上网', title: '网站上正是这一版', color: 'success' },
  absent: { label: '未上网', title: '网站上还没有这篇稿件', color: 'warning' },
  changed: { label: '有更新未上网', title: '网站上是较早的一版', color: 'warning' },
}

const WITHDRAWN: DocumentBadgeDescription = { label: '已撤稿', title: '原地址上只留说明', color: 'danger' }

/** Milliseconds. A build takes seconds, and an editor who has just published waits for it; otherwise nobody waits. */
const SOON = 2_000
const LATER = 20_000

export const LiveBadge: DocumentBadgeComponent = ({ published }) => {
  const { live, refusal, progress } = useLive(published?._id, published?._rev, published?.['publishedAt'])
  if (published === null) return null
  // What stands on the site then is a notice; that is what an editor has to see.
  if (published['withdrawn'] !== undefined) return WITHDRAWN
  if (refusal !== undefined) return refused(refusal)
  const state = liveState(published._id, published._rev, live)
  if (state === undefined) return null
  return progress !== undefined && isAwaited(state) ? underWay(progress) : BADGES[state]
}

/** The site keeps the last good page; what to do is said where the pointer rests. */
const refused = ({ reason, remedy }: Refusal): DocumentBadgeDescription => ({
  label: '不能上网',
  title: `${reason}；${remedy}。网站上仍是上一版。`,
  color: 'danger',
})

/** Of a build that takes longer than editors are used to: they need not wait at the desk, and see that it goes on. */
const underWay = (progress: string): DocumentBadgeDescription => ({
  label: '正在上网',
  title: `网站正在重印，${progress}；印完即上网，不必等候。`,
  color: 'warning',
})

interface Found {
  live: LiveRevisions | undefined
  refusal: Refusal | undefined
  progress: string | undefined
}

const NOTHING: Found = { live: undefined, refusal: undefined, progress: undefined }

function useLive(id: string | undefined, revision: string | undefined, publishedAt: unknown): Found {
  const [found, setFound] = useState<Found>(NOTHING)
  useEffect(() => {
    const { live: address } = SETTINGS
    if (id === undefined || revision === undefined || address === undefined) return undefined
    const stopped = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async (): Promise<void> => {
      // A hidden tab asks nobody. No site, or none that lets us ask: then nothing is claimed.
      const month = document.hidden ? undefined : monthFile(address, publishedAt)
      const told = month === undefined ? undefined : readLive(await askFor(month, stopped.signal))
      const isDue = !document.hidden && (told === undefined || isAwaited(liveState(id, revision, told)))
      const status = isDue ? await askFor(statusFile(address), stopped.signal) : undefined
      // A site that answers, and has nothing of that month yet.
      const live = told ?? (status === undefined || status === null ? undefined : {})
      if (stopped.signal.aborted) return
      if (!document.hidden) setFound({ live, refusal: refusalIn(status, id, revision), progress: progressIn(status) })
      timer = setTimeout(ask, isDue ? SOON : LATER)
    }
    void ask()
    return () => {
      stopped.abort()
      clearTimeout(timer)
    }
  }, [id, revision, publishedAt])
  return found
}

const isAwaited = (state: LiveState | undefined): boolean => state === 'absent' || state === 'changed'

async function askFor(address: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal })
    const body: unknown = response.ok ? await response.json() : undefined
    return body
  } catch {
    return undefined
  }
}
