/**
 * Files the generated archive in a fresh lake, and writes the documents as the lake then has them for those who have no lake.
 *
 *   await fill('/dev/shm/zebian-bench-x', 10_000)  →  { lake: '…/lake.sqlite', store: '…/warm.store', documents: '…/documents.json' }
 */
import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDoor, type Door } from '../src/client.ts'
import { readSettings } from '../src/settings.ts'
import { linesOf } from '../src/store/lines.ts'
import { openStore } from '../src/store/store.ts'
import { archiveDocuments, type ArchiveDocument } from './archive.ts'
import type { Prepared } from './contenders.ts'

/** Documents a transaction: of some 12 kB each, below the lake's 4 MB a request. */
const A_TIME = 200

export async function fill(folder: string, articles: number): Promise<Prepared> {
  const lake = join(folder, 'lake.sqlite')
  const documents = join(folder, 'documents.json')
  const warm = join(folder, 'warm.store')
  const door = openDoor(readSettings({ LAKE_FILE: lake }))
  try {
    await fillLake(door, articles)
    await writeArray(documents, await door.export(TYPES))
    const store = openStore({ file: warm, of: 'bench' })
    await store.sync(door)
    store.close()
    copyFileSync(warm, `${warm}.drawn`)
  } finally {
    door.close()
  }
  return { lake, store: warm, documents }
}

/** The generated archive into an open lake that holds none. */
export async function fillLake(door: Door, articles: number): Promise<void> {
  let transaction = door.client.transaction()
  let waiting = 0
  for (const document of archiveDocuments(articles)) {
    transaction = transaction.createOrReplace<ArchiveDocument>(document)
    waiting += 1
    if (waiting < A_TIME) continue
    await transaction.commit({ visibility: 'async' })
    transaction = door.client.transaction()
    waiting = 0
  }
  if (waiting > 0) await transaction.commit({ visibility: 'async' })
}

const TYPES = ['site', 'channel', 'source', 'profile', 'article']

/** As one JSON array, however long: a line at a time. */
async function writeArray(file: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
  const out = openSync(file, 'w')
  let before = '['
  for await (const line of linesOf(stream)) {
    writeSync(out, before)
    writeSync(out, line)
    before = ',\n'
  }
  writeSync(out, ']')
  closeSync(out)
}
