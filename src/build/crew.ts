/**
 * A whole site drawn by several threads at once, each a part of it, into one folder.
 *
 *   await drawByMany(4, { store, template, folder: '…/.making-1/site', previous, secrets })   →  what all of them saw (./part.ts)
 *   crewFor(100_000)   →  4 where there are four cores and memory for as many; 1 for a small archive
 *
 * Threads and not processes: none outlives the process that holds the lock on releases. Each opens the store for itself, which keeps what
 * they draw, and each reads the last release's manifest. An error in one ends them all.
 */
import { availableParallelism } from 'node:os'
import { availableMemory } from 'node:process'
import { Worker } from 'node:worker_threads'
import type { Seen } from '../publish/builder.ts'
import { together } from '../publish/gates/seeing.ts'
import type { Job, Told } from './crewThread.ts'
import type { Drawn } from './part.ts'

/** Articles below which a thread costs more than it saves: each loads what draws, which takes it most of a second. */
const WORTH_IT = 1_000
/** Bytes that a thread may come to, measured at 100,000 articles (docs/performance.md), and most of what there is to gain. */
const ROOM = 1_000_000_000
const MOST = 8

export const crewFor = (articles: number): number =>
  articles < WORTH_IT ? 1 : Math.max(1, Math.min(availableParallelism(), MOST, Math.floor(availableMemory() / ROOM)))

export async function drawByMany(
  threads: number,
  job: Omit<Job, 'shard'>,
  onDrawn: (so: Drawn) => void = () => {},
): Promise<Seen> {
  const far = Array.from({ length: threads }, (): Drawn => ({ articles: 0, files: 0 }))
  const crew = far.map((_, at) =>
    hire({ ...job, shard: { shard: at + 1, of: threads } }, (so) => {
      far[at] = so
      onDrawn({ articles: sum(far, 'articles'), files: sum(far, 'files') })
    }),
  )
  try {
    await Promise.all(crew.map(({ drawn }) => drawn))
    for (const { worker } of crew) worker.postMessage('drawn')
    return together(await Promise.all(crew.map(({ seen }) => seen)))
  } finally {
    await Promise.all(crew.map(({ worker }) => worker.terminate()))
  }
}

interface Hand {
  worker: Worker
  /** When its pages are there. */
  drawn: Promise<void>
  seen: Promise<Seen>
}

const sum = (all: readonly Drawn[], what: keyof Drawn): number => all.reduce((total, one) => total + one[what], 0)

function hire(workerData: Job, onDrawn: (so: Drawn) => void): Hand {
  const worker = new Worker(new URL('crewThread.ts', import.meta.url), { workerData })
  const [drawn, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<Seen>()]
  const fail = (error: Error): void => {
    drawn.reject(error)
    seen.reject(error)
  }
  // Whoever waits for one of them need not wait for the other when it fails.
  seen.promise.catch(() => {})
  worker.on('message', (told: Told) => {
    if ('so' in told) onDrawn(told.so)
    else if ('seen' in told) seen.resolve(told.seen)
    else drawn.resolve()
  })
  worker.once('error', fail)
  worker.once('exit', (code) => {
    fail(new Error(`expected a thread to draw its part of the site, found it ended with code ${code}; build again`))
  })
  return { worker, drawn: drawn.promise, seen: seen.promise }
}
