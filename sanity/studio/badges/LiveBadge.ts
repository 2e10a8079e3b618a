/**
 * The badge of an article: whether what is published here is what readers see.
 *
 *   已上网 · 未上网 · 有更新未上网 · 已撤稿   (nothing while the site cannot be asked, and for what was never published)
 */
import { useEffect, useState } from 'react'
import type { DocumentBadgeComponent, DocumentBadgeDescription } from 'sanity'
import { SETTINGS } from '../desk/settings.ts'
import { liveState, readLive, type LiveRevisions, type LiveState } from './live.ts'

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
  const live = useLive(published?._id, published?._rev)
  if (published === null) return null
  // What stands on the site then is a notice; that is what an editor has to see.
  if (published['withdrawn'] !== undefined) return WITHDRAWN
  const state = liveState(published._id, published._rev, live)
  return state === undefined ? null : BADGES[state]
}

function useLive(id: string | undefined, revision: string | undefined): LiveRevisions | undefined {
  const [live, setLive] = useState<LiveRevisions | undefined>()
  useEffect(() => {
    const { live: address } = SETTINGS
    if (id === undefined || revision === undefined || address === undefined) return undefined
    const stopped = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async (): Promise<void> => {
      // A hidden tab asks nobody. No site, or none that lets us ask: then nothing is claimed.
      const found = document.hidden ? undefined : await askLive(address, stopped.signal)
      if (stopped.signal.aborted) return
      if (!document.hidden) setLive(found)
      timer = setTimeout(ask, isAwaited(liveState(id, revision, found)) ? SOON : LATER)
    }
    void ask()
    return () => {
      stopped.abort()
      clearTimeout(timer)
    }
  }, [id, revision])
  return live
}

const isAwaited = (state: LiveState | undefined): boolean => state === 'absent' || state === 'changed'

async function askLive(address: string, signal: AbortSignal): Promise<LiveRevisions | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal })
    return response.ok ? readLive(await response.json()) : undefined
  } catch {
    return undefined
  }
}
