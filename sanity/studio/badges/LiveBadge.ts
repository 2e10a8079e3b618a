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

/** A build takes seconds; an editor who waits for it should not have to reload. */
const EVERY = 10_000

export const LiveBadge: DocumentBadgeComponent = ({ published }) => {
  const live = useLive(published?._rev)
  if (published === null) return null
  // What stands on the site then is a notice; that is what an editor has to see.
  if (published['withdrawn'] !== undefined) return WITHDRAWN
  const state = liveState(published._id, published._rev, live)
  return state === undefined ? null : BADGES[state]
}

function useLive(revision: string | undefined): LiveRevisions | undefined {
  const [live, setLive] = useState<LiveRevisions | undefined>()
  useEffect(() => {
    if (revision === undefined) return undefined
    const stopped = new AbortController()
    const ask = (): void => {
      // A hidden tab asks nobody.
      if (document.hidden) return
      fetch(new URL('live.json', SETTINGS.siteUrl), { cache: 'no-store', signal: stopped.signal })
        .then((response) => (response.ok ? response.json() : undefined))
        .then((body: unknown) => setLive(readLive(body)))
        // No site, or none that lets us ask: then nothing is claimed.
        .catch(() => stopped.signal.aborted || setLive(undefined))
    }
    ask()
    const timer = setInterval(ask, EVERY)
    return () => {
      stopped.abort()
      clearInterval(timer)
    }
  }, [revision])
  return live
}
