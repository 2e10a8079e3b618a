/**
 * Every page that the site has, from documents, in memory.
 *
 *   pagesOf(documents)  →  Map { 'article /2024/0602/a.html' → '<!doctype html>…', 'tombstone …' → …, 'front /index.html' → …, … }
 */
import type { Documents } from '../../src/content/documents.ts'
import { allPlaces, openArchive, type Place } from '../../src/content/pages.ts'
import { draw, type DrawnKind } from '../../src/site/draw.ts'

const isDrawn = (place: Place): place is Place<DrawnKind> => place.kind !== 'picture' && place.kind !== 'live'
const isPage = (place: Place<DrawnKind>): boolean => place.address.endsWith('.html')

export const pagesOf = (documents: Documents): Map<string, string> => drawnOf(documents, isPage)

/** What is written for machines beside the pages. */
export const filesOf = (documents: Documents): Map<string, string> => drawnOf(documents, (place) => !isPage(place))

function drawnOf(documents: Documents, isWanted: (place: Place<DrawnKind>) => boolean): Map<string, string> {
  const catalogue = openArchive(documents, new Date())
  return new Map(
    allPlaces(catalogue)
      .filter(isDrawn)
      .filter(isWanted)
      .map((place) => [`${place.kind} ${place.address}`, draw(place, catalogue) ?? '']),
  )
}
