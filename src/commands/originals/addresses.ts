/**
 * Which article stands at each address of the archive, so that a page of another outlet with the same path is named when it is filed.
 *
 *   const addresses = await openAddresses(door)
 *   addresses.take('/n2/2020/0702/c1-2.html', { id: 'article-b', title: '雪' })
 *     →  { id: 'article-a', title: '渠水来了' } when that article stands there; undefined when the address is free from now on taken
 *
 * Asked once at the beginning and kept up from then on: some 200 bytes an article. Compared as disks that fold case compare them.
 */
import type { Door } from '../../client.ts'

interface Holder {
  id: string
  title: string
}

export interface Addresses {
  take(address: string, article: Holder): Holder | undefined
}

const QUERY = `*[_type == "article" && _id > $after && !(_id in path("drafts.**"))] | order(_id) [0...$most]{ _id, address, title }`
const MOST = 5000

export async function openAddresses(door: Pick<Door, 'ask'>): Promise<Addresses> {
  const holders = new Map<string, Holder>()
  for (let after = '', full = true; full;) {
    const answer = await door.ask(QUERY, { after, most: MOST })
    const rows = Array.isArray(answer) ? answer.filter(isRow) : []
    for (const { _id, address, title } of rows) {
      holders.set(fold(address), { id: _id, title })
      after = _id
    }
    full = Array.isArray(answer) && answer.length === MOST
  }
  return {
    take: (address, article) => {
      const holder = holders.get(fold(address))
      if (holder !== undefined && holder.id !== article.id) return holder
      holders.set(fold(address), article)
      return undefined
    },
  }
}

const fold = (address: string): string => address.normalize('NFC').toLowerCase()

const isRow = (row: unknown): row is { _id: string; address: string; title: string } =>
  typeof row === 'object' &&
  row !== null &&
  '_id' in row &&
  'address' in row &&
  'title' in row &&
  [row._id, row.address, row.title].every((value) => typeof value === 'string')
