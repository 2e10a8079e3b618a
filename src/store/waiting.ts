/**
 * What changed since the last release: which documents, and every page that they can alter.
 *
 *   remember(db, 'article-a', 'rev1')      the release has rev1 of it (undefined: it does not have it); once, however often it changes
 *   addPages(db, places)                   asked for right after each change was filed
 *   settlingOf(db)(released)               true: the release and the pages that wait are together the store
 *   pagesIn(db)                            →  [{ kind: 'day', key: '2024-06-02', address: '/days/2024/0602.html' }, …], or ALL
 *
 * Written in the transaction that changes the document, so that nothing is ever filed and not built: a build that fails and a process
 * that is killed find it waiting. The release itself says which revisions it was made from, so that one that was rolled back, or a
 * store that came from another machine, cannot make a publish forget a page.
 */
import { ALL } from '../content/kind.ts'
import { KINDS, type KindName } from '../content/kinds/all.ts'
import type { Place } from '../content/pages.ts'
import { formatMap, parseMap, type Segment } from '../search/segments.ts'
import type { Database } from './database.ts'
import { noteIn, putNote } from './note.ts'
import { textOf } from './row.ts'

/** Revision (and instant) of every document that a release was made from. */
interface Revisions {
  get(id: string): readonly [revision: string, updatedAt: string] | undefined
  keys(): Iterable<string>
  /** The ids under which two releases may differ. */
  differing(other: Revisions): ReadonlySet<string>
}

export interface Released {
  documents: Revisions
  /** Whether a document has a page of its own there; at its address, where that is known. */
  shows(id: string, address: string | undefined): boolean
}

/** More pages than these are a build. */
const MOST_PAGES = 20_000

export const remember = (db: Database, id: string, rev: string | undefined): void =>
  db.run('INSERT OR IGNORE INTO waiting (id, rev) VALUES (?, ?)', id, rev ?? null)

/** Whether the last release has the document as the store has it: no change of it waits, and there has been a release. */
export const isReleased = (db: Database, id: string): boolean =>
  db.get('SELECT 1 FROM waiting WHERE id = ?', id) === undefined && noteIn(db, 'cut') !== undefined

export function addPages(db: Database, places: readonly Place[] | typeof ALL): void {
  if (places === ALL) db.run("INSERT OR IGNORE INTO page (kind, key) VALUES ('', '')")
  else for (const { kind, key } of places) db.run('INSERT OR IGNORE INTO page (kind, key) VALUES (?, ?)', kind, key)
}

export function pagesIn(db: Database): Place[] | typeof ALL {
  const rows = db.all('SELECT kind, key FROM page ORDER BY kind, key LIMIT ?', MOST_PAGES + 1)
  if (rows.length > MOST_PAGES || rows[0]?.['kind'] === '') return ALL
  return rows.flatMap((row) => {
    const [kind, key] = [textOf(row, 'kind'), textOf(row, 'key')]
    return isKind(kind) ? [{ kind, key, address: KINDS[kind].address(key) }] : []
  })
}

/** Days of the articles that are found otherwise than before: the search index is cut by time. */
export function addDays(db: Database, days: Iterable<string>): void {
  for (const day of days) db.run("INSERT OR IGNORE INTO page (kind, key) VALUES ('found', ?)", day)
}

export const daysIn = (db: Database): string[] =>
  db.all("SELECT key FROM page WHERE kind = 'found' ORDER BY key").map((row) => textOf(row, 'key'))

/** How the search index is cut in the last release. */
export const keepCut = (db: Database, segments: readonly Segment[]): void => putNote(db, 'cut', formatMap(segments))

export function cutIn(db: Database): Segment[] {
  const cut = noteIn(db, 'cut')
  return cut === undefined ? [] : parseMap(cut)
}

export const isWaiting = (db: Database): boolean => db.get('SELECT 1 FROM waiting LIMIT 1') !== undefined

const isKind = (name: string): name is KindName => Object.hasOwn(KINDS, name)

/**
 * What the release has by now is forgotten; whether everything else is told by what waits. A release that differs in little from the one
 * that was settled before is held against the store in that alone, as long as nobody else has written into it.
 */
export function settlingOf(db: Database): (released: Released) => boolean {
  let before: { documents: Revisions; version: unknown } | undefined
  return (released) => {
    const version = db.get('PRAGMA data_version')?.['data_version']
    const known = before?.version === version ? before?.documents : undefined
    const told = settle(db, released, known)
    before = told ? { documents: released.documents, version } : undefined
    return told
  }
}

function settle(db: Database, released: Released, known: Revisions | undefined): boolean {
  const waited = db.all('SELECT id FROM waiting').map((row) => textOf(row, 'id'))
  for (const id of waited) if (hasNow(db, id, released)) db.run('DELETE FROM waiting WHERE id = ?', id)
  const left = new Map(db.all('SELECT id, rev FROM waiting').map((row) => [textOf(row, 'id'), row['rev']]))
  if (left.size === 0) db.run('DELETE FROM page')
  const { documents } = released
  const isElsewhereTheSame =
    known === undefined
      ? isTheSame(db, left, released)
      : [...waited, ...documents.differing(known)].every((id) => left.has(id) || isAsReleased(db, id, released))
  return isElsewhereTheSame && [...left].every(([id, rev]) => (documents.get(id)?.[0] ?? null) === rev)
}

function hasNow(db: Database, id: string, released: Released): boolean {
  if (!isAsReleased(db, id, released)) return false
  const row = db.get(
    'SELECT type, (SELECT address FROM head WHERE head.n = document.n) AS address FROM document WHERE id = ?',
    id,
  )
  if (row?.['type'] !== 'article') return true
  const address = typeof row['address'] === 'string' ? row['address'] : undefined
  return released.shows(id, address) === (address !== undefined)
}

const isAsReleased = (db: Database, id: string, { documents }: Released): boolean =>
  documents.get(id)?.[0] === db.get('SELECT rev FROM document WHERE id = ?', id)?.['rev']

function isTheSame(db: Database, waiting: ReadonlyMap<string, unknown>, { documents }: Released): boolean {
  const others = new Set(documents.keys()).difference(waiting)
  let found = 0
  for (const row of db.each('SELECT id, rev FROM document')) {
    const id = textOf(row, 'id')
    if (waiting.has(id)) continue
    if (documents.get(id)?.[0] !== row['rev']) return false
    found += 1
  }
  return found === others.size
}
