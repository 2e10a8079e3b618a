/**
 * A publish: the last release's tree with only those pages drawn anew that the changes can alter.
 *
 *   const touched = byAddress(store.pages())                      →  Map { '/index.html' → [its place], … }
 *   drawChanged(folder, printer, touched, before, written)        →  the tree, but for the pictures that are touched
 *
 * Every other file, and every page that came out as it was, is a hard link to the last release's, or stands there already where the
 * folder is the last release's tree rolled forward. A place for which no kind has a page
 * any more has no file.
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS } from '../content/kinds/all.ts'
import type { Place } from '../content/pages.ts'
import type { Sum } from '../publish/builder.ts'
import type { DrawnKind } from '../site/draw.ts'
import type { Folder } from './folder.ts'
import type { Printer } from './printer.ts'

/** Places by address: several kinds may name one, and one of them at most has a page for it. */
export type Touched = ReadonlyMap<string, readonly Place[]>

export function byAddress(places: readonly Place[]): Touched {
  return Map.groupBy(places, ({ address }) => address)
}

export interface Before {
  folder: string
  /** The addresses of its files that may be taken over; of a large archive many. */
  files(): IteratorObject<string>
  /** Whether they stand in the folder already. */
  areThere: boolean
  /** Whether what stands on the disk is looked at, and not only what the manifest says of it: a spoilt file is written anew. */
  isRead: boolean
  /** Undefined where it has no such file that may be taken over. */
  recordOf(address: string): { sha256: string } | undefined
}

/** What became of the touched files; what stayed as it was is in none of them. */
export interface Written {
  /** New bytes by address, as long as there is room: on disk when the folder is synced, and at hand for those who look at them again. */
  files: Map<string, { bytes: Uint8Array; sha256: string }>
  room: number
  /** Every address with other bytes than before, or none any more. */
  others: Set<string>
}

/** Pages after which it is told how far a build is. */
export const OFTEN = 250

/** Files of a publish: what an editor changes. Each is open until it is synced (./writing.ts); beyond, each is written as it comes. */
const AT_HAND = 400

export const nothingWritten = (room = AT_HAND): Written => ({ files: new Map(), others: new Set(), room })

export function drawChanged(
  folder: Folder,
  printer: Printer,
  touched: Touched,
  before: Before,
  written: Written,
  onDrawn: (places: number) => void = () => {},
): void {
  let drawn = 0
  if (!before.areThere)
    for (const address of before.files()) if (!touched.has(address)) folder.link(address, join(before.folder, address))
  for (const [address, places] of touched) {
    const text = pageAt(places.filter(isDrawn), printer)
    if (text !== undefined) putPage(folder, address, text, before, written)
    else if (before.recordOf(address) !== undefined) {
      written.others.add(address)
      if (before.areThere) folder.remove(address)
    }
    drawn += 1
    if (drawn % OFTEN === 0) onDrawn(drawn)
  }
  printer.settle()
}

/** The list of which all that could have a page there are parts. */
export function partOf(places: readonly Place[] = []): string | undefined {
  const lists = new Set(places.map(({ kind, key }) => KINDS[kind].partOf?.(key)))
  return lists.size === 1 ? [...lists][0] : undefined
}

const isDrawn = (place: Place): place is Place<DrawnKind> => place.kind !== 'picture'

function pageAt(places: readonly Place<DrawnKind>[], printer: Printer): string | Buffer | undefined {
  for (const place of places) {
    const text = printer.print(place)
    if (text !== undefined) return text
  }
  return undefined
}

/** A page that came out as it was stays the file it was. What it gives back is in the file, whichever that is. */
export function putPage(
  folder: Folder,
  address: string,
  text: string | Uint8Array,
  before: Before,
  written = nothingWritten(0),
): Sum {
  const bytes = Buffer.from(text)
  const sha256 = hash('sha256', bytes)
  const sum = { sha256, bytes: bytes.length }
  const old = before.recordOf(address)
  const path = join(before.folder, address)
  if (old?.sha256 === sha256 && (!before.isRead || readFileSync(path).equals(bytes))) {
    if (!before.areThere) folder.link(address, path)
    return sum
  }
  written.others.add(address)
  if (written.files.size < written.room) {
    written.files.set(address, { bytes, sha256 })
    folder.put(address, bytes)
  } else folder.write(address, bytes)
  return sum
}
