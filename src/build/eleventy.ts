/**
 * Prints pages through Eleventy, some thousand at a time: it keeps every page of a run until its end.
 *
 *   await drawWithEleventy('…/.making-1/site', catalogue, printer, placesIn(catalogue))   →  how many pages were printed
 *
 * For a site that someone has extended (./stock.ts); the pages of the project's own templates come out the same both ways.
 */
import { join } from 'node:path'
import { Eleventy, type EleventyConfig } from '@11ty/eleventy'
import type { Catalogue } from '../content/catalogue.ts'
import { KIND_NAMES, type Place } from '../content/pages.ts'
import type { DrawnKind } from '../site/draw.ts'
import { runBatch } from './batch.ts'
import type { Printer } from './printer.ts'
import { adaptersIn, PAGES } from './stock.ts'

const CONFIG = 'eleventy.config.ts'

/** Pages a run. Some 40 kB of each stay in memory until it ends; twice as many take 120 MB more and no less time. */
const MOST = 500

interface Printing {
  /** Pages a run. */
  most?: number
  /** Told how many there are after each run. */
  onPrinted?: (pages: number) => void
}

export async function drawWithEleventy(
  folder: string,
  catalogue: Catalogue,
  printer: Printer,
  places: Iterable<Place>,
  { most = MOST, onPrinted = () => {} }: Printing = {},
): Promise<number> {
  let pages = 0
  const print = (place: Place<DrawnKind>): string | undefined => printer.print(place)?.toString()
  const adapters = await adaptersIn()
  for (const batch of batches(places, most)) {
    const byKind = Map.groupBy<string, Place>(batch, ({ kind }) => kind)
    const given = Object.fromEntries(KIND_NAMES.map((kind) => [kind, byKind.get(kind) ?? []]))
    const config = ({ ignores }: EleventyConfig): void => {
      // It reads every file anew in each run: those that have nothing to print in this one it need not.
      for (const name of adapters) if (!byKind.has(name.replace('.11ty.ts', ''))) ignores.add(join(PAGES, name))
    }
    const eleventy = new Eleventy(PAGES, folder, { configPath: CONFIG, config, quietMode: true, source: 'script' })
    // It prints an error's stack before it throws the error; who called says the one line that matters.
    eleventy.disableLogger()
    await runBatch({ catalogue, places: given, print }, () => eleventy.write())
    pages += batch.length
    onPrinted(pages)
  }
  printer.settle()
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
