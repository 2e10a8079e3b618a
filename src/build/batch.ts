/**
 * The pages that Eleventy is to print in one run, for its data to read: Eleventy itself carries nothing in.
 *
 *   await runBatch({ catalogue, places }, () => eleventy.write())
 *   batchOf()   →  { catalogue, places } inside it; undefined when Eleventy was started by itself
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Catalogue } from '../content/catalogue.ts'
import type { Place } from '../content/pages.ts'

export interface Batch {
  catalogue: Catalogue
  /** By kind, each with a list, were it an empty one. */
  places: Record<string, Place[]>
}

const UNDER_WAY = new AsyncLocalStorage<Batch>()

export const batchOf = (): Batch | undefined => UNDER_WAY.getStore()

export const runBatch = (batch: Batch, work: () => Promise<unknown>): Promise<unknown> => UNDER_WAY.run(batch, work)
