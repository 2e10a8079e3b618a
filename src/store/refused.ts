/**
 * Documents that cannot be printed, each with what its editor must mend.
 *
 *   refuse(db, raw, { document: 'article-b', field: 'title', reason: '…', remedy: '…' })
 *   refusedIn(db)             →  [{ document: 'article-b', revision: '…', field: 'title', … }]
 *   forgive(db, 'article-b')  →  it is good now, or gone
 *
 * The refused revision is kept whole, so that one that waits for an address can be put in when the address is free.
 */
import type { Refused } from '../content/sift.ts'
import type { Database } from './database.ts'
import { bytesOf, textOf } from './row.ts'
import { isRecord, type DocumentType, type LakeType } from './shape.ts'
import type { Shelved } from './shelf.ts'

export const refusedIn = (db: Database): Refused[] =>
  db.all('SELECT verdict FROM refused ORDER BY id').map((row): Refused => JSON.parse(textOf(row, 'verdict')))

export function refuse(db: Database, raw: Record<string, unknown>, verdict: Refused, address?: string): false {
  db.run(
    'INSERT OR REPLACE INTO refused (id, type, rev, verdict, address, body) VALUES (?, ?, ?, ?, ?, ?)',
    String(raw['_id']),
    String(raw['_type']),
    String(raw['_rev']),
    JSON.stringify(verdict),
    address ?? null,
    Buffer.from(JSON.stringify(raw)),
  )
  return false
}

/** As the lake gave it, near enough to be put in again. */
export const rawOf = ({ checked, rev, updated }: Shelved): Record<string, unknown> => ({
  ...checked.document,
  _rev: rev,
  _updatedAt: updated,
  _type: LAKE_NAMES[checked.type],
})

const LAKE_NAMES = {
  article: 'article',
  profile: 'profile',
  source: 'source',
  channel: 'channel',
  site: 'site',
  picture: 'sanity.imageAsset',
} as const satisfies Record<DocumentType, LakeType>

export const waitingFor = (db: Database, address: string): Record<string, unknown>[] =>
  db
    .all('SELECT body FROM refused WHERE address = ?', address)
    .map((row): unknown => JSON.parse(bytesOf(row, 'body').toString()))
    .filter(isRecord)

/** Those that no gate let through, to be tried again: what they lacked may be there now. */
export const refusedByGates = (db: Database): Record<string, unknown>[] =>
  db
    .all('SELECT body FROM refused WHERE address IS NULL')
    .map((row): unknown => JSON.parse(bytesOf(row, 'body').toString()))
    .filter(isRecord)

export function forgive(db: Database, id: string): false {
  db.run('DELETE FROM refused WHERE id = ?', id)
  return false
}
