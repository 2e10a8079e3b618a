/**
 * A publisher over a paper of the test's own, with everything between hook and release real but for Eleventy and the network.
 *
 *   const room = await openNewsroom()
 *   room.paper.put('a', '甲'); room.hear('a'); await room.publisher.settled()
 *   await room.page('a')   →  '甲'
 *   room.api.lag()         the API answers with what it shows now until room.api.catchUp()
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Announced, Want } from '../../src/publish/builder.ts'
import { makeRelease, type Made } from '../../src/publish/make.ts'
import { CLOCK, type Clock } from '../../src/publish/publisher/clock.ts'
import { Publisher } from '../../src/publish/publisher/publisher.ts'
import { Watch } from '../../src/publish/publisher/watch.ts'
import { openQueue, type Queue } from '../../src/publish/receive/queue.ts'
import { readManifest } from '../../src/publish/release/manifest.ts'
import { currentId, folderOf, type Places } from '../../src/publish/release/places.ts'
import { readHold } from '../../src/publish/release/rollback.ts'
import { openPaperless, type PaperLake } from './press.ts'

export interface Newsroom {
  paper: PaperLake
  places: Places
  publisher: Publisher
  queue: Queue
  said: string[]
  made: Made[]
  api: { lag(): void; catchUp(): void; broken: Error | undefined }
  /** A hook about a document as it stands in the paper. */
  hear(id: string): void
  page(id: string): Promise<string>
  make(want: Want): Promise<Made>
  watch(interval: number): Watch
}

export async function openNewsroom(clock: Clock = CLOCK): Promise<Newsroom> {
  const { press, paper, folder } = await openPaperless()
  const { places } = press
  const queue = openQueue(join(folder, 'queue.sqlite'))
  const said: string[] = []
  const made: Made[] = []
  let shown: PaperLake['sheets'] | undefined
  const api: Newsroom['api'] = {
    lag: () => {
      shown = new Map(paper.sheets)
    },
    catchUp: () => {
      shown = undefined
    },
    broken: undefined,
  }
  const ask = (_: string, params: Record<string, unknown> = {}): Promise<unknown> => {
    if (api.broken !== undefined) return Promise.reject(api.broken)
    const ids = Array.isArray(params['ids']) ? params['ids'] : undefined
    const rows = [...(shown ?? paper.sheets)].map(([_id, { revision, at }]) => ({
      _id,
      _rev: revision,
      _updatedAt: at,
    }))
    return Promise.resolve(ids === undefined ? rows : rows.filter(({ _id }) => ids.includes(_id)))
  }
  const builder: typeof press.builder = async (request) => {
    if (api.broken !== undefined) throw api.broken
    const newest = paper.sheets
    if (shown !== undefined) paper.sheets = shown
    try {
      return await press.builder(request)
    } finally {
      paper.sheets = newest
    }
  }
  const options = {
    live: async () => {
      const id = await currentId(places)
      return id === undefined ? undefined : readManifest(folderOf(places, id))
    },
    hold: () => readHold(places),
    queue,
    ask,
    clock,
    say: (line: string) => void said.push(line),
  }
  const make = async (want: Want): Promise<Made> => {
    const release = await makeRelease({ ...press, builder, now: () => clock.now() }, want)
    made.push(release)
    return release
  }
  const publisher = new Publisher({
    ...options,
    make,
  })
  const watches: Watch[] = []
  onTestFinished(async () => {
    for (const watch of watches) await watch.close()
    await publisher.close()
    queue.close()
  })
  let count = 0
  return {
    paper,
    places,
    publisher,
    queue,
    said,
    made,
    make,
    api,
    hear: (id) => {
      const sheet = paper.sheets.get(id)
      const said: Announced = {
        revision: sheet?.revision ?? null,
        at: sheet?.at ?? new Date(paper.time()).toISOString(),
      }
      count += 1
      queue.add({ digest: `${count}`, documents: [{ document: id, said }] }, clock.now().getTime())
      publisher.heard()
    },
    page: (id) => readFile(join(places.link, `a/${id}.html`), 'utf8').catch(() => ''),
    watch: (interval) => {
      const watch = new Watch(publisher, { ...options, interval })
      watches.push(watch)
      return watch
    },
  }
}
