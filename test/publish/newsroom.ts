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
import type { PaperLake } from './paper.ts'
import { openPaperless, type End } from './press.ts'

/** A clock on which a second is half a millisecond: three minutes' patience is over in ninety. */
export const FAST: Clock = {
  now: () => new Date(1_700_000_000_000 + performance.now() * 2_000),
  elapsed: () => performance.now() * 2_000,
  sleep: (milliseconds, signal) => CLOCK.sleep(milliseconds / 2_000, signal),
}

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
  now(): Date
  make(want: Want): Promise<Made>
  watch(interval: number): Watch
  /** Files of the site that are not as a clean print of the paper would have them. */
  differences(): Promise<string[]>
}

export async function openNewsroom(clock: Clock = CLOCK, end: End = onTestFinished): Promise<Newsroom> {
  const { press, paper, folder } = await openPaperless(end)
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
  end(async () => {
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
    now: () => clock.now(),
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
    differences: async () => {
      const { files } = paper.print([])
      const manifest = await options.live()
      const paths = new Set([...Object.keys(files), ...Object.keys(manifest?.files ?? {})])
      const wrong: string[] = []
      for (const path of paths) {
        const text = await readFile(join(places.link, path), 'utf8').catch(() => undefined)
        if (text !== files[path] && path !== '/publish.json') wrong.push(path)
      }
      return wrong
    },
    watch: (interval) => {
      const watch = new Watch(publisher, { ...options, interval })
      watches.push(watch)
      return watch
    },
  }
}
