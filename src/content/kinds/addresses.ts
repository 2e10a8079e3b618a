/**
 * Who has an address, of all articles that stand or stood there.
 *
 *   holderOf('/2023/old.html', catalogue)  →  { head: Head of the article that once stood there, former: true }
 *   holderOf('/nowhere.html', catalogue)   →  undefined
 */
import { isAddress } from '../../../sanity/schema/address.ts'
import type { Catalogue, Head } from '../catalogue.ts'
import type { ArticleDocument } from '../documents.ts'
import { foldAddress } from '../entries.ts'
import type { Change } from '../kind.ts'
import { versionsOf } from '../touch.ts'

export interface Holder {
  head: Head
  /** Whether the article has moved on from here. */
  former: boolean
}

/**
 * The article that stands there now, printed or withdrawn; else the newest of those that once stood there. A former address that
 * differs from a living one in capitals alone would be the same file on some disks, and gives way.
 */
export function holderOf(address: string, catalogue: Catalogue): Holder | undefined {
  const folded = foldAddress(address)
  const now = catalogue.list('address', folded)
  if (now.length > 0) {
    const head = now.find((one) => one.address === address)
    return head === undefined ? undefined : { head, former: false }
  }
  const once = catalogue
    .list('former', folded)
    .find(({ id }) => catalogue.article(id)?.formerAddresses?.includes(address) === true)
  return once === undefined ? undefined : { head: once, former: true }
}

/** Every address that an article has or had; a former one against the rule was never one. */
export const addressesOf = ({ address, formerAddresses }: ArticleDocument): string[] => [
  ...new Set([address, ...(formerAddresses ?? []).filter(isAddress)]),
]

/** Addresses whose holder an article's change can alter: its own, and what others once had in other capitals. */
export function addressesTouched(change: Extract<Change, { type: 'article' }>, catalogue: Catalogue): string[] {
  const own = versionsOf(change).flatMap(addressesOf)
  const others = [...new Set(own.map(foldAddress))].flatMap((folded) =>
    catalogue.list('former', folded).flatMap(({ id }) => {
      const article = catalogue.article(id)
      return article === undefined ? [] : addressesOf(article).filter((one) => foldAddress(one) === folded)
    }),
  )
  return [...new Set([...own, ...others])]
}
