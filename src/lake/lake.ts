/**
 * A Content Lake in one file: Sanity's HTTP API as a function from Request to Response.
 *
 *   const lake = openLake({ file: 'zebian.db' })
 *   await lake.fetch(new Request('http://localhost/v2025-02-19/data/query/production?query=count(*)'))
 *   →  200 {"query":"count(*)","result":0,"syncTags":["s1:all"],"ms":0}
 */
import type { LakeContext } from './context.ts'
import { answerError, httpError } from './error.ts'
import type { Hook } from './hooks/hook.ts'
import { openSender, type Sender } from './hooks/sender.ts'
import { type Router, makeRouter } from './route.ts'
import { STUDIO_ROOM } from './store/shelf.ts'
import { Store } from './store/store.ts'

export { STUDIO_ROOM }

export interface LakeOptions {
  /** A path, or ':memory:'. */
  file: string
  /** Default 'zebian'. */
  projectId?: string
  /** Default 'production'. */
  dataset?: string
  /** The origin that asset addresses begin with. Default 'http://localhost:3333'. */
  publicUrl?: string
  /** What a change over a port needs as "Authorization: Bearer"; see `serveLake`. In this process nothing is asked for. */
  token?: string
  now?: () => Date
  /** Bytes of documents kept parsed; `STUDIO_ROOM` where a Studio searches. */
  room?: number
  /** A file of before is brought up to date on opening; what is to be said of that goes here, a line at a time. */
  tell?: (line: string) => void
  /** Whether the file is looked over for damage on opening (4 ms for a megabyte). Default true; false for who only reads and goes. */
  lookOver?: boolean
}

export interface Lake {
  readonly token: string | undefined
  fetch(request: Request): Promise<Response>
  /** Called after every commit, of this process or another. Returns the way to stop it. */
  subscribe(listener: (event: { ids: string[]; transactionId: string }) => void): () => void
  /** Sends webhooks from now on; what waits to be sent lies in `FILE.hooks` beside the lake. */
  sendHooks(hooks: readonly Hook[]): Sender
  close(): void
}

export function openLake(options: LakeOptions): Lake {
  const ends = new Set<() => void>()
  const context: LakeContext = {
    store: new Store(options.file, options.room, options),
    projectId: options.projectId ?? 'zebian',
    dataset: options.dataset ?? 'production',
    publicUrl: (options.publicUrl ?? 'http://localhost:3333').replace(/\/$/, ''),
    onClose: (end) => {
      ends.add(end)
      return () => ends.delete(end)
    },
    now: options.now ?? (() => new Date()),
  }
  const router = makeRouter()
  return {
    token: options.token,
    fetch: async (request) => {
      try {
        return await answer(context, router, request)
      } catch (error) {
        return answerError(error)
      }
    },
    subscribe: (listener) =>
      context.store.subscribe(({ changes, transactionId }) =>
        listener({ ids: changes.map(({ id }) => id), transactionId }),
      ),
    sendHooks: (hooks) =>
      openSender(context, hooks, options.file === ':memory:' ? ':memory:' : `${options.file}.hooks`),
    close: () => {
      for (const end of ends) end()
      context.store.close()
    },
  }
}

async function answer(context: LakeContext, router: Router, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const { endpoint, apiVersion, names } = router(request.method, url.pathname)
  const { project = context.projectId, dataset = context.dataset } = names
  if (project !== context.projectId)
    throw httpError(404, `Project "${project}" not found, this lake holds "${context.projectId}"`)
  if (dataset !== context.dataset) {
    throw httpError(
      404,
      `Dataset "${dataset}" not found for project ID "${project}", this lake holds "${context.dataset}"`,
    )
  }
  return endpoint(context, { request, url, apiVersion, names })
}
