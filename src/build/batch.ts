/**
 * The pages that Eleventy is to print in one run, for its data to read: Eleventy itself carries nothing in.
 *
 *   await runBatch({ catalogue, places, print }, () => eleventy.write())
 *   batchOf()   →  { catalogue, places, print } inside it; undefined when Eleventy was started by itself
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Catalogue } from '../content/catalogue.ts'
import type { Place } from '../content/pages.ts'
import type { DrawnKind } from '../site/draw.ts'

export interface Batch {
  catalogue: Catalogue
  /** By kind, each with a list, were it an empty one. */
  places: Record<string, Place[]>
  /** A page's text; undefined when there is none. */
  print(place: Place<DrawnKind>): string | undefined
}

const UNDER_WAY = new AsyncLocalStorage<Batch>()

export const batchOf = (): Batch | undefined => UNDER_WAY.getStore()

export const runBatch = (batch: Batch, work: () => Promise<unknown>): Promise<unknown> => UNDER_WAY.run(batch, work)
