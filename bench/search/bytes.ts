/**
 * What a query of four letters costs a reader: bytes in a new tab and in one that is open, and the time to its results on slow 4G.
 *
 *   await bytesOf(openOurs, browser, site, queries)
 *     →  { firstBytes: { median: 41_000, most: 59_000 }, furtherBytes: …, slowFirst: { median: 60, most: 240 }, slow: … }
 */
import type { Browser } from 'playwright-core'
import { median } from '../build.ts'
import type { Engine } from './engines.ts'
import type { DrawnQuery } from './queries.ts'
import type { Folder } from './serve.ts'

export interface Spread {
  median: number
  most: number
}

export interface Costs {
  /** Of four-letter queries, each in a tab of its own: page, script, index and results. */
  firstBytes: Spread
  /** Of the four-letter queries after it in the same tab. */
  furtherBytes: Spread
  /** Milliseconds from the last key to the first result, and to all of the first page of them, on simulated slow 4G. */
  slowFirst: Spread
  slow: Spread
}

export type Open = (browser: Browser, site: Folder, slow?: boolean) => Promise<Engine>

const FRESH = 20

export async function bytesOf(
  open: Open,
  browser: Browser,
  site: Folder,
  queries: readonly DrawnQuery[],
): Promise<Costs> {
  const four = queries
    .filter(({ kind, typed }) => kind === 'phrase' && /^\p{Script=Han}{4}$/u.test(typed))
    .slice(0, FRESH)
  const first: number[] = []
  for (const { typed } of four) {
    const engine = await open(browser, site)
    await engine.ask(typed)
    first.push(engine.bytes())
    await engine.close()
  }
  const engine = await open(browser, site, true)
  const slow: number[] = []
  const slowFirst: number[] = []
  const further: number[] = []
  for (const [index, { typed }] of four.entries()) {
    const { bytes, milliseconds, first: appeared } = await engine.ask(typed)
    if (index > 0) further.push(bytes)
    slow.push(milliseconds)
    slowFirst.push(appeared)
  }
  await engine.close()
  return {
    firstBytes: spreadOf(first),
    furtherBytes: spreadOf(further),
    slowFirst: spreadOf(slowFirst),
    slow: spreadOf(slow),
  }
}

const spreadOf = (figures: readonly number[]): Spread => ({ median: median(figures), most: Math.max(...figures) })
