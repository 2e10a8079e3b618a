/**
 * Every page that the site has, from documents, in memory.
 *
 *   pagesOf(documents)  →  Map { 'article /2024/0602/a.html' → '<!doctype html>…', 'tombstone …' → …, 'front /index.html' → …, … }
 */
import type { Documents } from '../../src/content/documents.ts'
import { allPlaces, openArchive, type Place } from '../../src/content/pages.ts'
import { draw, type DrawnKind } from '../../src/site/draw.ts'

const isPage = (place: Place): place is Place<DrawnKind> => place.kind !== 'picture' && place.kind !== 'live'

export function pagesOf(documents: Documents): Map<string, string> {
  const catalogue = openArchive(documents, new Date())
  return new Map(
    allPlaces(catalogue)
      .filter(isPage)
      .map((place) => [`${place.kind} ${place.address}`, draw(place, catalogue) ?? '']),
  )
}
