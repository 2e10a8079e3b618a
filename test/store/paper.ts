/** A lake with a dozen articles, and a store beside it.
 *
 *   const { door, store } = await openPaper()
 *   await store.sync(door)
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { archiveDocuments } from '../../bench/archive.ts'
import { openDoor, type Door } from '../../src/client.ts'
import { readSettings } from '../../src/settings.ts'
import { openStore, type Store } from '../../src/store/store.ts'

const DOCUMENTS = [...archiveDocuments(12)]
export const ARTICLES = DOCUMENTS.filter((document) => document._type === 'article')
export const [FIRST = '', SECOND = '', THIRD = ''] = ARTICLES.map(({ _id }) => _id)

/** A document as it is written, whatever its type. */
export interface Raw {
  _id: string
  _type: string
  [field: string]: unknown
}

export interface StoredPaper {
  door: Door
  store: Store
  file: string
  /** Another connection to the same file. */
  open(options?: { of?: string; now?: string }): Store
}

export async function openPaper(): Promise<StoredPaper> {
  const folder = mkdtempSync(join(tmpdir(), 'zebian-sync-'))
  const door = openDoor(readSettings({ LAKE_FILE: join(folder, 'lake.sqlite') }))
  const transaction = door.client.transaction()
  for (const document of DOCUMENTS) transaction.createOrReplace<Raw>({ ...document })
  await transaction.commit()
  const file = join(folder, 'store', 'archive.store')
  const opened: Store[] = []
  const open: StoredPaper['open'] = ({ of = 'test', now = '2024-06-02T00:00:00Z' } = {}) => {
    const store = openStore({ file, of, now: () => new Date(now) })
    opened.push(store)
    return store
  }
  onTestFinished(() => {
    for (const store of opened) store.close()
    door.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { door, store: open(), file, open }
}

export const contentOf = ({ db }: Store): unknown[] =>
  ['document', 'refused', 'claim', 'head', 'list', 'person'].map((table) =>
    db.all(`SELECT * FROM ${table} ORDER BY 1, 2`),
  )
