/**
 * Prints pages through Eleventy, some thousand at a time: it keeps every page of a run until its end.
 *
 *   await drawWithEleventy('…/.making-1/site', catalogue, placesIn(catalogue))   →  how many pages were printed
 *
 * For a site that someone has extended (./stock.ts); the pages of the project's own templates come out the same both ways.
 */
import { Eleventy } from '@11ty/eleventy'
import type { Catalogue } from '../content/catalogue.ts'
import { KIND_NAMES, type Place } from '../content/pages.ts'
import { runBatch } from './batch.ts'

const INPUT = 'src/site/pages'
const CONFIG = 'eleventy.config.ts'

/** Pages a run. Some 40 kB of each stay in memory until it ends; a run by itself takes some 50 ms. */
const MOST = 2000

export async function drawWithEleventy(
  folder: string,
  catalogue: Catalogue,
  places: Iterable<Place>,
  most = MOST,
): Promise<number> {
  let pages = 0
  for (const batch of batches(places, most)) {
    const byKind = Map.groupBy(batch, ({ kind }) => kind)
    const given = Object.fromEntries(KIND_NAMES.map((kind) => [kind, byKind.get(kind) ?? []]))
    const eleventy = new Eleventy(INPUT, folder, { configPath: CONFIG, quietMode: true, source: 'script' })
    // It prints an error's stack before it throws the error; who called says the one line that matters.
    eleventy.disableLogger()
    await runBatch({ catalogue, places: given }, () => eleventy.write())
    pages += batch.length
  }
  return pages
}

function* batches<T>(all: Iterable<T>, most: number): Generator<T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < most) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
