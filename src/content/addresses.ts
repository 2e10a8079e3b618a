/**
 * Whether every page has an address of its own inside the site.
 *
 *   checkAddresses(documents)  →  nothing, or throws AddressError naming the documents
 *
 * Nothing is printed when two claim one address: whichever page would win, the other would be lost. Addresses are compared as disks
 * that fold case compare them.
 */
import { isAddress } from '../../sanity/schema/address.ts'
import type { Documents } from './documents.ts'
import { channelAddress, personAddress, sourceAddress } from './links.ts'
import { pictureAddress } from './picture.ts'

/** Two pages cannot be served at one address, and none outside the site. */
export class AddressError extends Error {
  override name = 'AddressError'
}

/** Pages and pictures in the site's own folders; ids and paths may come from any program that writes to the lake. */
const OWN = /^\/[a-z]+\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}\.[a-z0-9]{1,8}$/u

interface Claim {
  address: string
  by: string
  fits: boolean
}

export function checkAddresses(documents: Documents): void {
  const held = new Map<string, string>()
  for (const { address, by, fits } of claimsOf(documents)) {
    if (!fits) {
      throw new AddressError(
        `expected an address such as /2024/0602/a1.html or /channels/xiangcun.html, found “${address}” of ${by}; mend it in the Studio and build again`,
      )
    }
    const key = address.normalize('NFC').toLowerCase()
    const holder = held.get(key)
    if (holder !== undefined)
      throw new AddressError(
        `expected one page at ${address}, found two: ${holder} and ${by}; give one of them another address and build again`,
      )
    held.set(key, by)
  }
}

/** Pages of the site itself in folders that documents share with them. */
const SITE_PAGES = ['/people/index.html', '/channels/index.html', '/sources/index.html']

const own = (address: string, by: string): Claim => ({ address, by, fits: OWN.test(address) })

function claimsOf({ articles, channels, profiles, sources, pictures }: Documents): Claim[] {
  return [
    ...SITE_PAGES.map((address) => own(address, 'the site')),
    ...articles.map(({ _id, address }) => ({ address, by: _id, fits: isAddress(address) })),
    ...channels.map(({ _id, path }) => own(channelAddress(path), _id)),
    ...profiles.map(({ _id }) => own(personAddress(_id), _id)),
    ...sources.map(({ _id }) => own(sourceAddress(_id), _id)),
    ...pictures.map((picture) => own(pictureAddress(picture), picture._id)),
  ]
}
