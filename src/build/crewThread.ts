/**
 * One of the threads that draw a site (./crew.ts): tells when its pages are drawn, goes on when everybody's are, and tells what it saw.
 */
import { once } from 'node:events'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Seen } from '../publish/builder.ts'
import { readManifest } from '../publish/release/manifest.ts'
import { openStore } from '../store/store.ts'
import { beforeIn } from './before.ts'
import type { Shard } from './draw.ts'
import { openFolder } from './folder.ts'
import { drawPart, type Drawn } from './part.ts'
import { printerOver } from './printer.ts'

export interface Job {
  store: { file: string; of: string }
  template: string
  /** Where the site goes. */
  folder: string
  /** The folder of the last release's pages. */
  previous: string | undefined
  secrets: Readonly<Record<string, string>>
  shard: Shard
}

/** How far it is; that its pages are drawn; what it saw. */
export type Told = { so: Drawn } | { drawn: true } | { seen: Seen }

async function work({ store: which, template, folder, previous, secrets, shard }: Job, tell: (told: Told) => void) {
  const store = openStore(which)
  const before = beforeIn(
    previous === undefined ? undefined : { folder: previous, manifest: await readManifest(dirname(previous)) },
  )
  const drawn = async (): Promise<void> => {
    if (parentPort === null) return
    tell({ drawn: true })
    await once(parentPort, 'message')
  }
  const printer = printerOver(store, template)
  const part = { folder: openFolder(folder), printer, before, secrets, shard, drawn }
  tell({ seen: await drawPart({ ...part, onDrawn: (so) => tell({ so }) }) })
  store.close()
}

await work(workerData, (told) => parentPort?.postMessage(told))
