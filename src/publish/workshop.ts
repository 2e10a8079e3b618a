/**
 * Releases made in a process of their own, kept warm: whatever a build does, the one that receives hooks and serves readers answers.
 *
 *   const workshop = openWorkshop(() => fork('tools/zebian.mjs', ['press']))
 *   await workshop.make({ reason: 'hook', announced: {} }, ({ what, done, of }) => …)   →  { id: '000042', changed: 3, … }
 *   workshop.close()
 *
 * A build that runs out of memory, or of which nothing is heard for long, is killed with its process; the next want starts another. In that process,
 * `workFor(parent, make)` does the work.
 */
import type { ChildProcess } from 'node:child_process'
import * as v from 'valibot'
import type { Progress, Want } from './builder.ts'
import type { Made } from './make.ts'
import { recallManifest } from './release/manifest.ts'
import { currentId, folderOf, type Places } from './release/places.ts'

const PROGRESS = v.object({
  what: v.picklist(['documents', 'articles', 'files']),
  done: v.number(),
  of: v.optional(v.number()),
})

const ANSWER = v.union([
  v.object({ progress: PROGRESS }),
  v.object({
    id: v.optional(v.string()),
    changed: v.number(),
    parts: v.record(v.string(), v.number()),
  }),
  v.object({ error: v.string() }),
])

type Short = Omit<Made, 'manifest'>

export interface Workshop {
  make(want: Want, onProgress?: (progress: Progress) => void): Promise<Made>
  close(): void
}

/** Milliseconds in which a build that does something says so: a hundred times what the slowest step takes. */
const SILENCE = 15 * 60_000
/** Eleventy leaks some 35 kB a build: after so many, a fresh process. */
const MOST_JOBS = 2_000

export function openWorkshop(places: Places, hire: () => ChildProcess, silence = SILENCE): Workshop {
  let worker: { process: ChildProcess; jobs: number } | undefined
  const dismiss = (): void => {
    worker?.process.kill('SIGKILL')
    worker = undefined
  }
  return {
    make: async (want, onProgress = () => {}) => {
      if (worker !== undefined && (worker.jobs >= MOST_JOBS || !worker.process.connected)) dismiss()
      worker ??= { process: hire(), jobs: 0 }
      worker.jobs += 1
      try {
        const { id, ...made } = await ask(worker.process, want, silence, onProgress)
        const stands = id ?? (await currentId(places))
        if (stands === undefined) throw new Error('expected a release after a build, found none; publish again')
        return { id, ...made, manifest: await recallManifest(folderOf(places, stands)) }
      } catch (error) {
        if (error instanceof WorkerGone) dismiss()
        throw error
      }
    },
    close: dismiss,
  }
}

class WorkerGone extends Error {}

function ask(
  worker: ChildProcess,
  want: Want,
  silence: number,
  onProgress: (progress: Progress) => void,
): Promise<Short> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      worker.off('message', heard)
      worker.off('exit', gone)
    }
    const gone = (code: number | null, signal: string | null): void => {
      end()
      reject(
        new WorkerGone(
          `expected the build to end by itself, found it ended by ${signal ?? `code ${code}`}; it is tried again`,
        ),
      )
    }
    const heard = (message: unknown): void => {
      const answer = v.parse(ANSWER, message)
      if ('progress' in answer) {
        timer.refresh()
        return onProgress(answer.progress)
      }
      end()
      if ('error' in answer) reject(new Error(answer.error))
      else resolve({ ...answer, id: answer.id })
    }
    const timer = setTimeout(() => gone(null, `the clock after ${silence / 60_000} minutes without a word`), silence)
    worker.on('message', heard)
    worker.once('exit', gone)
    worker.send(want)
  })
}

const WANT = v.object({
  reason: v.string(),
  announced: v.record(v.string(), v.object({ revision: v.nullable(v.string()), at: v.string() })),
})

/** In the worker: answers every want until the one who asks is gone. */
export function workFor(
  asker: NodeJS.Process,
  make: (want: Want, live: (made: Made) => void, onProgress: (progress: Progress) => void) => Promise<Made>,
  explain: (error: unknown) => string,
): Promise<void> {
  const work = async (message: unknown): Promise<void> => {
    let isTold = false
    const tell = ({ id, changed, parts }: Made): void => {
      isTold = true
      asker.send?.({ id, changed, parts })
    }
    try {
      const made = await make(v.parse(WANT, message), tell, (progress) => void asker.send?.({ progress }))
      if (!isTold) tell(made)
    } catch (error) {
      // Readers have the release by then; what could not be put away is put away after the next.
      if (isTold) console.error(explain(error))
      else asker.send?.({ error: explain(error) })
    }
  }
  asker.on('message', (message) => {
    work(message).catch(() => asker.exit(1))
  })
  return new Promise((resolve) => asker.once('disconnect', () => resolve()))
}
