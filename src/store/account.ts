/**
 * What the store prints, for whoever must prove that nothing was lost or made up.
 *
 *   accountIn(db, catalogue, now)
 *     →  { documents: { 'article-a': ['rev2', '2026-…Z'] }, pages: { '/2024/0602/a1.html': 'article-a' }, tombstones: [], … }
 *   wordsIn(db, catalogue, now)   →  the same without what is as large as the archive
 *   changedIn(db)                 →  [['article-a', ['rev2', '2026-…Z']], ['article-b', undefined]]: what waits for a release
 */
import { creditsAt, redirectsOf, type Account, type Words } from '../content/account.ts'
import type { Catalogue } from '../content/catalogue.ts'
import { formsOf } from '../content/kinds/form.ts'
import { tombstoneKind } from '../content/kinds/tombstone.ts'
import { articleOfVersion, versionKind } from '../content/kinds/version.ts'
import { channelAddress, personAddress, sourceAddress } from '../content/links.ts'
import type { Database } from './database.ts'
import { refusedIn } from './refused.ts'
import { textOf } from './row.ts'

export function accountIn(db: Database, catalogue: Catalogue, now: Date): Account {
  return {
    ...wordsIn(db, catalogue, now),
    documents: documentsIn(db),
    pages: pagesIn(db, catalogue),
    redirects: redirectsOf(catalogue),
  }
}

export function wordsIn(db: Database, catalogue: Catalogue, now: Date): Words {
  return {
    quarantined: refusedIn(db),
    tombstones: Array.from(tombstoneKind.keys(catalogue)).toSorted(),
    credits: (address) => creditsAt(address, catalogue),
    next: nextIn(db, now),
  }
}

export type ChangedHead = [id: string, head: [revision: string, updatedAt: string] | undefined]

export function changedIn(db: Database): ChangedHead[] {
  return db.all('SELECT id FROM waiting').map((waiting) => {
    const id = textOf(waiting, 'id')
    const row = db.get('SELECT rev, updated FROM document WHERE id = ?', id)
    return [id, row === undefined ? undefined : [textOf(row, 'rev'), textOf(row, 'updated')]]
  })
}

function documentsIn(db: Database): Account['documents'] {
  const documents: Account['documents'] = {}
  for (const row of db.each('SELECT id, rev, updated FROM document ORDER BY id'))
    documents[textOf(row, 'id')] = [textOf(row, 'rev'), textOf(row, 'updated')]
  return documents
}

function pagesIn(db: Database, catalogue: Catalogue): Account['pages'] {
  const pages: Account['pages'] = {}
  for (const { _id, path } of catalogue.channels()) pages[channelAddress(path)] = _id
  for (const { _id } of catalogue.sources()) pages[sourceAddress(_id)] = _id
  for (const row of db.each("SELECT id FROM document WHERE type = 'profile'"))
    pages[personAddress(textOf(row, 'id'))] = textOf(row, 'id')
  for (const row of db.each('SELECT address, id, withdrawn FROM head')) {
    const [address, id] = [textOf(row, 'address'), textOf(row, 'id')]
    pages[address] = id
    if (row['withdrawn'] === 0) for (const form of formsOf(address)) pages[form] = id
  }
  for (const address of versionKind.keys(catalogue)) {
    const id = pages[articleOfVersion(address)]
    if (id !== undefined) pages[address] = id
  }
  return pages
}

/** When the next embargo ends. */
function nextIn(db: Database, now: Date): string | undefined {
  const ahead = db.all('SELECT until FROM embargo').map((row) => textOf(row, 'until'))
  return ahead.filter((until) => new Date(until) > now).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}
