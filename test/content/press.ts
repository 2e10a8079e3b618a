/**
 * A whole site in memory, and the same site kept up change by change.
 *
 *   cleanSite(catalogue)                   →  Map { '/index.html' → '<!DOCTYPE html>…', … }
 *   publish(site, change, catalogue)       →  how many places were drawn; the map is then what a clean one would be
 */
import type { Catalogue } from '../../src/content/catalogue.ts'
import { ALL, type Change } from '../../src/content/kind.ts'
import { KINDS } from '../../src/content/kinds/all.ts'
import { allPlaces, touchedPlaces, type Place } from '../../src/content/pages.ts'
import { draw, type DrawnKind } from '../../src/site/draw.ts'

const isDrawn = (place: Place): place is Place<DrawnKind> => place.kind !== 'picture'

export function textOf(place: Place, catalogue: Catalogue): string | undefined {
  if (isDrawn(place)) return draw(place, catalogue)
  const file = KINDS.picture.model(place.key, catalogue)
  return file === undefined ? undefined : JSON.stringify(file)
}

export function cleanSite(catalogue: Catalogue): Map<string, string> {
  const site = new Map<string, string>()
  for (const place of allPlaces(catalogue)) {
    const text = textOf(place, catalogue)
    if (text === undefined) throw new Error(`expected ${place.address} of the kind ${place.kind} to be drawn`)
    if (site.has(place.address)) throw new Error(`expected one page at ${place.address}, found two`)
    site.set(place.address, text)
  }
  return site
}

/** At each touched address the page that is there now, or nothing. */
export function publish(site: Map<string, string>, change: Change, catalogue: Catalogue): number {
  const touched = touchedPlaces(change, catalogue)
  if (touched === ALL) {
    const clean = cleanSite(catalogue)
    site.clear()
    for (const [address, text] of clean) site.set(address, text)
    return site.size
  }
  for (const { address } of touched) site.delete(address)
  for (const place of touched) {
    const text = textOf(place, catalogue)
    if (text !== undefined) site.set(place.address, text)
  }
  return touched.length
}
