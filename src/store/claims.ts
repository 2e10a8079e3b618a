/**
 * Which document an address belongs to: no two are printed at one, and none outside the site.
 *
 *   claimOf({ type: 'article', document })      →  { id: 'article-a', address: '/2024/0602/a1.html', created: '2024-06-02T…' }
 *   holderOf(db, claim)                         →  { id: 'article-b', older: true }, or undefined when the address is free
 *
 * Of two the older document keeps the address, and of two of one age the one whose id comes first: whichever way they arrive, the
 * same one is printed. Addresses are compared as disks that fold case compare them.
 */
import { channelAddress, personAddress, sourceAddress } from '../content/links.ts'
import { pictureAddress } from '../content/picture.ts'
import type { Checked } from './check.ts'
import type { Database } from './database.ts'
import type { Refused } from '../content/sift.ts'
import { textOf } from './row.ts'

export interface Claim {
  id: string
  address: string
  created: string
}

/** The site document has no page of its own. */
export function claimOf(checked: Checked): Claim | undefined {
  const address = addressOf(checked)
  const { document } = checked
  if (address === undefined) return undefined
  const created = '_createdAt' in document ? document._createdAt : ''
  return { id: document._id, address: address.normalize('NFC').toLowerCase(), created }
}

function addressOf({ type, document }: Checked): string | undefined {
  switch (type) {
    case 'article':
      return document.address
    case 'channel':
      return channelAddress(document.path)
    case 'profile':
      return personAddress(document._id)
    case 'source':
      return sourceAddress(document._id)
    case 'picture':
      return pictureAddress(document)
    case 'site':
      return undefined
  }
}

/** Whoever else has the address, and whether that one is older. */
export function holderOf(db: Database, { id, address, created }: Claim): { id: string; older: boolean } | undefined {
  const row = db.get('SELECT id, created FROM claim WHERE address = ?', address)
  const holder = row === undefined ? id : textOf(row, 'id')
  if (holder === id) return undefined
  const since = textOf(row, 'created')
  return { id: holder, older: since < created || (since === created && holder < id) }
}

export function take(db: Database, { id, address, created }: Claim): void {
  db.run('DELETE FROM claim WHERE id = ?', id)
  db.run('INSERT INTO claim (address, id, created) VALUES (?, ?, ?)', address, id, created)
}

/** The address that is free from now on, if there was one. */
export function giveUp(db: Database, id: string): string | undefined {
  const address = addressHeldBy(db, id)
  db.run('DELETE FROM claim WHERE id = ?', id)
  return address
}

export function addressHeldBy(db: Database, id: string): string | undefined {
  const row = db.get('SELECT address FROM claim WHERE id = ?', id)
  return row === undefined ? undefined : textOf(row, 'address')
}

/** Why a document has to wait: another, older one has its address. */
export function addressTaken(db: Database, { id, address }: Claim, revision: string, holder: string): Refused {
  const title = db.get('SELECT title FROM head WHERE id = ?', holder)?.['title']
  return {
    document: id,
    revision,
    field: 'address',
    reason: `地址 ${address} 已由${title === undefined ? '' : `《${String(title)}》`}（${holder}）使用`,
    remedy: '请在编辑台给这份文档换一个地址',
    detail: `expected one page at ${address}, found two: ${holder} and ${id}; give one of them another address and build again`,
  }
}
