/**
 * `bench search`: our search beside Pagefind over the same entries, asked the same queries in the same browser.
 *
 *   await benchSearch({ articles: 10_000 })
 *     →  { articles: 10_056, queries: 710, engines: [{ name: 'ours', recall: 1, first: 1, absent: 0, bytes: {…}, made: {…} }, { name: 'pagefind', … }] }
 *
 * Recall: of the queries that at most eight entries answer, how many show all of them; and of all queries, how many find as many as there
 * are. First: how many show an entry that has the phrase as the first result. Absent: how many of the phrases that no entry has bring
 * a result that is not set apart as similar.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openChromium } from '../test/browser/chromium.ts'
import { archiveDocuments } from './archive.ts'
import { floorOver } from './contenders.ts'
import { measure } from './measure.ts'
import { bytesOf, type Costs, type Open } from './search/bytes.ts'
import { editOf, type Edit } from './search/edit.ts'
import { openOurs, openPagefind, type Seen } from './search/engines.ts'
import { archiveEntries, originalEntries, sampleEntries, seedEntries } from './search/entries.ts'
import { drawQueries, truthAmong, type DrawnQuery } from './search/queries.ts'
import { serveFolder } from './search/serve.ts'
import { ourSite, pagefindSite, type Made } from './search/sites.ts'

export interface EngineReport extends Costs {
  name: string
  recall: number
  counted: number
  first: number
  absent: number
  made: Made
  missed: string[]
}

export interface SearchReport {
  articles: number
  queries: number
  floor: { cpu: number; rss: number } | undefined
  /** Of the archive's oldest article, in our index. */
  edit: Edit
  engines: EngineReport[]
}

interface Options {
  articles: number
  /** Entries that queries are drawn from. */
  from?: number
  peers?: boolean
  floor?: boolean
  say?: (line: string) => void
}

/** The seed is one article: it is drawn from so many times. */
const SEED_TURNS = [21, 22, 23, 24]
/** Results that our page lists at first; Pagefind is asked for ten. */
const SHOWN = 8

export async function benchSearch({
  articles,
  from = 50,
  peers = true,
  floor = true,
  say = () => {},
}: Options): Promise<SearchReport> {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zebian-search-'))
  const browser = await openChromium()
  try {
    const seed = seedEntries()
    const known = [...sampleEntries(), ...originalEntries(), ...seed]
    const archive = archiveEntries(articles)
    const entries = [...archive, ...known]
    const queries = [
      ...drawQueries(entries, from),
      ...[drawQueries(known, 12, 11), ...SEED_TURNS.map((turn) => drawnOf(seed, turn))]
        .flat()
        .map((query) => heldBy(query, entries)),
    ]
    say(`${entries.length} entries, ${queries.length} queries`)
    const reports = [
      await reportOf(
        'ours',
        await ourSite(join(folder, 'ours'), entries),
        openOurs,
        join(folder, 'ours'),
        queries,
        browser,
      ),
    ]
    say('ours is done')
    if (peers)
      reports.push(
        await reportOf(
          'pagefind',
          await pagefindSite(join(folder, 'pagefind'), entries),
          openPagefind,
          join(folder, 'pagefind'),
          queries,
          browser,
        ),
      )
    return {
      articles: entries.length,
      queries: queries.length,
      floor: floor ? await floorOf(folder, articles) : undefined,
      edit: editOf(archive),
      engines: reports,
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of a few entries what they have, without phrases that nothing has. */
const drawnOf = (entries: Parameters<typeof drawQueries>[0], seed: number): DrawnQuery[] =>
  entries.length === 0 ? [] : drawQueries(entries, 1, seed).filter(({ kind }) => kind !== 'absent')

/** Drawn from a few, true of all: whatever else has it counts too. */
function heldBy(query: DrawnQuery, entries: Parameters<typeof drawQueries>[0]): DrawnQuery {
  return { ...query, truth: truthAmong(query, entries) }
}

async function reportOf(
  name: string,
  made: Made,
  open: Open,
  folder: string,
  queries: readonly DrawnQuery[],
  browser: Browser,
): Promise<EngineReport> {
  const site = await serveFolder(folder)
  try {
    const engine = await open(browser, site)
    const seen: [DrawnQuery, Seen][] = []
    for (const query of queries) seen.push([query, await engine.ask(query.typed, true)])
    await engine.close()
    const present = seen.filter(([{ kind }]) => kind !== 'absent')
    const few = present.filter(([{ truth }]) => truth.size <= SHOWN)
    const whole = few.filter(([{ truth }, { shown }]) => [...truth].every((address) => shown.includes(address)))
    const missed = few.filter((one) => !whole.includes(one)).map(([{ kind, typed }]) => `${kind} ${typed}`)
    return {
      name,
      recall: whole.length / few.length,
      counted: present.filter(([{ truth }, { found }]) => found >= truth.size).length / present.length,
      first: present.filter(([{ truth }, { shown }]) => truth.has(shown[0] ?? '')).length / present.length,
      absent: seen.filter(([{ kind }, { shown }]) => kind === 'absent' && shown.length > 0).length,
      ...(await bytesOf(open, browser, site, queries)),
      made,
      missed,
    }
  } finally {
    await site.close()
  }
}

/** What any program must do with the same archive: parse, render, write (bench/floor.ts). */
async function floorOf(folder: string, articles: number): Promise<{ cpu: number; rss: number }> {
  const documents = join(folder, 'documents.json')
  await writeFile(documents, JSON.stringify([...archiveDocuments(articles)]))
  const { cpu, rss } = await measure(floorOver(documents), join(folder, 'floor'))
  return { cpu, rss }
}
