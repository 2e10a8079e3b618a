/**
 * Files the generated archive in a fresh lake, and writes the documents as the lake then has them for those who have no lake.
 *
 *   await fill('/dev/shm/zebian-bench-x', 10_000)  →  { lake: '…/lake.sqlite', documents: '…/documents.json' }
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDoor, type Door } from '../src/client.ts'
import { readSettings } from '../src/settings.ts'
import { archiveDocuments, type ArchiveDocument } from './archive.ts'
import type { Prepared } from './contenders.ts'

/** Documents a transaction: of some 12 kB each, below the lake's 4 MB a request. */
const A_TIME = 200

export async function fill(folder: string, articles: number): Promise<Prepared> {
  const lake = join(folder, 'lake.sqlite')
  const documents = join(folder, 'documents.json')
  const door = openDoor(readSettings({ LAKE_FILE: lake }))
  try {
    await fillLake(door, articles)
    await writeFile(documents, `[${(await exported(door)).trimEnd().replaceAll('\n', ',\n')}]`)
  } finally {
    door.close()
  }
  return { lake, documents }
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

/** One document a line, from the lake itself. */
async function exported({ lake }: Door): Promise<string> {
  const response = await lake?.fetch(new Request('http://lake.localhost/v2025-02-19/data/export/production'))
  if (response?.ok !== true) throw new Error(`expected the lake's export, found status ${response?.status ?? 'none'}`)
  return response.text()
}
