/**
 * What the store prints, for whoever must prove that nothing was lost or made up.
 *
 *   accountIn(db, catalogue, now)
 *     →  { documents: { 'article-a': ['rev2', '2026-…Z'] }, pages: { '/2024/0602/a1.html': 'article-a' }, tombstones: [], … }
 */
import { creditsOf, redirectsOf, type Account } from '../content/account.ts'
import type { Catalogue } from '../content/catalogue.ts'
import { foldAddress } from '../content/entries.ts'
import { formsOf } from '../content/kinds/form.ts'
import { channelAddress, personAddress, sourceAddress } from '../content/links.ts'
import type { Database } from './database.ts'
import { refusedIn } from './refused.ts'
import { textOf } from './row.ts'

export function accountIn(db: Database, catalogue: Catalogue, now: Date): Account {
  return {
    documents: documentsIn(db),
    pages: pagesIn(db, catalogue),
    quarantined: refusedIn(db),
    tombstones: db
      .all('SELECT address FROM head WHERE withdrawn = 1')
      .map((row) => textOf(row, 'address'))
      .toSorted(),
    redirects: redirectsOf(catalogue),
    credits: (address) => {
      const head = catalogue
        .list('address', foldAddress(address))
        .find((one) => one.address === address && !one.withdrawn)
      const article = head === undefined ? undefined : catalogue.article(head.id)
      return article === undefined ? undefined : creditsOf(article, catalogue)
    },
    next: nextIn(db, now),
  }
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
  return pages
}

/** When the next embargo ends. */
function nextIn(db: Database, now: Date): string | undefined {
  const ahead = db.all('SELECT until FROM embargo').map((row) => textOf(row, 'until'))
  return ahead.filter((until) => new Date(until) > now).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}
