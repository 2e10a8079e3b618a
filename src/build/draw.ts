/**
 * Draws pages of the catalogue into a folder.
 *
 *   drawAll(folder, catalogue, printer)                         →  every page of the site but its pictures
 *   drawAll(folder, catalogue, printer, { shard: 2, of: 4 })    →  the second fourth of them: the four together are all, none twice
 *
 * Pages go out one by one as the catalogue names them; nothing is kept of one that is written, so that memory does not grow with the
 * archive. A page whose view throws is written as a line that says so: publishing then names its document and leaves it out.
 */
import type { Catalogue } from '../content/catalogue.ts'
import { KIND_NAMES, placesInOrder, type Place } from '../content/pages.ts'
import type { KindName } from '../content/kinds/all.ts'
import { attempt } from '../site/attempt.ts'
import type { DrawnKind } from '../site/draw.ts'
import type { Folder } from './folder.ts'
import type { Printer } from './printer.ts'

export interface Shard {
  /** From 1 on. */
  shard: number
  of: number
}

export const WHOLE: Shard = { shard: 1, of: 1 }

/** Pages in a row that go to one shard: neighbours are drawn from the same lists. */
const BLOCK = 64

const isDrawn = (kind: KindName): kind is DrawnKind => kind !== 'picture'

/** Every place of a shard (of some kinds), in the order in which a site is drawn. */
export function* placesIn(
  catalogue: Catalogue,
  { shard, of }: Shard = WHOLE,
  kinds: ReadonlySet<KindName> = new Set(KIND_NAMES),
): Generator<Place<DrawnKind>> {
  let at = 0
  const drawn = KIND_NAMES.filter(isDrawn).filter((kind) => kinds.has(kind))
  for (const place of placesInOrder(catalogue, drawn)) {
    if (Math.floor(at / BLOCK) % of === shard - 1) yield place
    at += 1
  }
}

/** How many pages were written; `drew` is told of each. */
export function drawAll(
  folder: Pick<Folder, 'write'>,
  catalogue: Catalogue,
  printer: Printer,
  shard: Shard = WHOLE,
  drew: (place: Place) => void = () => {},
): number {
  let pages = 0
  for (const place of placesIn(catalogue, shard)) {
    folder.write(place.address, printer.print(place) ?? missing(place))
    printer.tell(place)
    drew(place)
    pages += 1
  }
  printer.settle()
  return pages
}

const missing = ({ address, kind }: Place): string =>
  attempt(() => {
    throw new Error(`expected a page at ${address}, found none of the kind “${kind}”`)
  })
