/**
 * Brings the store to where the lake is, and says what changed.
 *
 *   await sync(store, lake)                        →  { whole: true, changed: [], refused: [] }        the first time: the lake's export
 *   await sync(store, lake)                        →  { whole: false, changed: ['article-a'], … }       then: what differs by revision
 *   await sync(store, lake, { ids: ['article-a'] }) →  the same, looking at these alone: a webhook named them
 *
 * Every id and revision is compared, so a lost webhook costs nothing and a deletion is found as surely as a change. A document that
 * cannot be printed is refused by name, and its last good revision stays. Answers that are not whole throw AnswerError, and the store
 * stays as it was.
 */
import { A_TIME, checkCounts, countsOf, documentsOf, headsOf, type Source } from './ask.ts'
import { isLakeType, TYPES, type LakeType } from './shape.ts'
import type { Database } from './database.ts'
import { readExport } from './export.ts'
import type { Refused } from '../content/sift.ts'
import type { Filing } from './filing.ts'
import { refusedIn } from './refused.ts'
import { textOf } from './row.ts'
import { isWhole } from './shelf.ts'

export interface Synced {
  /** The store was filled from nothing: everything is to be built. */
  whole: boolean
  changed: readonly string[]
  refused: readonly Refused[]
}

export interface SyncOptions {
  ids?: readonly string[]
  onProgress?: (done: number, of: number) => void
}

/** Changes at once that touch about as many pages as there are. */
const MANY = 500

const LAKE_TYPES = Object.keys(TYPES).filter(isLakeType)

export async function sync(filing: Filing, source: Source, options: SyncOptions = {}): Promise<Synced> {
  const { db } = filing
  const isNew = !isWhole(db)
  const changed = isNew ? await fill(filing, source, options) : await follow(filing, source, options)
  filing.transaction(() => filing.release())
  return { whole: isNew, changed, refused: refusedIn(db) }
}

async function fill(filing: Filing, source: Source, options: SyncOptions): Promise<string[]> {
  await readExport(filing, source, options)
  return []
}

const follow = (filing: Filing, source: Source, options: SyncOptions): Promise<string[]> =>
  options.ids === undefined ? compare(filing, source, options) : bring(filing, source, options.ids, options)

/** Ids and revisions of everything, the lake's against ours. */
async function compare(filing: Filing, source: Source, options: SyncOptions): Promise<string[]> {
  const before = await countsOf(source)
  const found = new Map<string, number>()
  const differing: string[] = []
  const gone: string[] = []
  for (const type of LAKE_TYPES) {
    const ours = revisionsOf(filing.db, type)
    for await (const { id, rev } of headsOf(source, type)) {
      found.set(type, (found.get(type) ?? 0) + 1)
      if (ours.get(id) !== rev && isUsed(type, id)) differing.push(id)
      ours.delete(id)
    }
    gone.push(...ours.keys())
  }
  checkCounts(found, before, await countsOf(source))
  const changed = await bring(filing, source, differing, options)
  filing.transaction(() => {
    for (const id of gone) filing.remove(id)
  })
  return [...changed, ...gone]
}

/** One site document is printed, whatever else an old Studio left behind. */
const isUsed = (type: LakeType, id: string): boolean => type !== 'site' || id === 'site'

/** Of each document the newest revision that we have seen, printed or refused. */
function revisionsOf(db: Database, type: LakeType): Map<string, string> {
  const ours = new Map<string, string>()
  for (const row of db.each('SELECT id, rev FROM document WHERE type = ?', TYPES[type]))
    ours.set(textOf(row, 'id'), textOf(row, 'rev'))
  for (const row of db.each('SELECT id, rev FROM refused WHERE type = ?', type))
    ours.set(textOf(row, 'id'), textOf(row, 'rev'))
  return ours
}

/** Documents asked for whole, and filed; those that the lake no longer has go. */
async function bring(
  filing: Filing,
  source: Source,
  ids: readonly string[],
  { onProgress = () => {} }: SyncOptions,
): Promise<string[]> {
  const changed: string[] = []
  filing.expectMany(ids.length > MANY)
  for (let at = 0; at < ids.length; at += A_TIME) {
    const some = ids.slice(at, at + A_TIME)
    const documents = await documentsOf(source, some)
    const there = new Set(documents.map(({ _id }) => _id))
    filing.transaction(() => {
      for (const document of documents) if (filing.put(document)) changed.push(String(document['_id']))
      for (const id of some) if (!there.has(id) && filing.remove(id)) changed.push(id)
    })
    onProgress(Math.min(at + A_TIME, ids.length), ids.length)
  }
  return changed
}
