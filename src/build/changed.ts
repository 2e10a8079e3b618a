/**
 * A publish: the last release's tree with only those pages drawn anew that the changes can alter.
 *
 *   const touched = byAddress(store.pages())                  →  Map { '/index.html' → [its place], … }
 *   drawChanged(folder, printer, touched, before)             →  the tree, but for the pictures that are touched
 *
 * Every other file, and every page that came out as it was, is a hard link to the last release's, or stands there already where the
 * folder is the last release's tree rolled forward. A place for which no kind has a page
 * any more has no file.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../content/pages.ts'
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
  /** Bytes; undefined where it has no such file. */
  sizeOf(address: string): number | undefined
}

export function drawChanged(folder: Folder, printer: Printer, touched: Touched, before: Before): void {
  if (!before.areThere)
    for (const address of before.files()) if (!touched.has(address)) folder.link(address, join(before.folder, address))
  for (const [address, places] of touched) {
    const text = pageAt(places.filter(isDrawn), printer)
    if (text !== undefined) putPage(folder, address, text, before)
    else if (before.areThere) folder.remove(address)
  }
  printer.settle()
}

const isDrawn = (place: Place): place is Place<DrawnKind> => place.kind !== 'picture'

function pageAt(places: readonly Place<DrawnKind>[], printer: Printer): string | Buffer | undefined {
  for (const place of places) {
    const text = printer.print(place)
    if (text !== undefined) return text
  }
  return undefined
}

/** A page that came out as it was stays the file it was. */
export function putPage(folder: Folder, address: string, text: string | Uint8Array, before: Before): void {
  const old = join(before.folder, address)
  const bytes = Buffer.from(text)
  if (before.sizeOf(address) === bytes.length && readFileSync(old).equals(bytes)) folder.link(address, old)
  else folder.write(address, bytes)
}
