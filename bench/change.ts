/**
 * `bench change`: one changed headline, from the webhook's name of it to the pages that it can alter and, where asked, to the switched
 * release, over archives of several sizes.
 *
 *   await benchChange({ sizes: [1000, 10_000], publishes: 50, releases: 1000 })
 *     →  { sizes: [{ articles: 1000, follow: 2.1, draw: 18, search: 40, pages: 92, release: { build: 130, gates: 40, … } }, …] }   milliseconds, medians
 *
 * `follow`: the document fetched, filed, and every kind of page asked what it alters. `draw`: those pages, in memory. `search`: the
 * segments of the index that hold the article.
 * The release (gates, manifest, hard links, the switch) is made for archives up to `releases` articles: it looks at every file.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { builderFrom } from '../src/build/builder.ts'
import { printerOver, type Printer } from '../src/build/printer.ts'
import { segmentsAfter } from '../src/build/search.ts'
import type { Place } from '../src/content/pages.ts'
import { makeRelease } from '../src/publish/make.ts'
import { placesOf } from '../src/publish/release/places.ts'
import { Table } from '../src/publish/release/table.ts'
import type { DrawnKind } from '../src/site/draw.ts'
import { openStore, type Store } from '../src/store/store.ts'
import type { Released } from '../src/store/waiting.ts'
import { archiveDocuments, type ArchiveDocument } from './archive.ts'
import { folderParent, machineOf, median, type Machine } from './build.ts'
import { generatedSource, type GeneratedSource } from './generated.ts'
import { inTurn } from './turns.ts'

interface Published {
  articles: number
  follow: number
  draw: number
  search: number
  pages: number
  /** Megabytes of heap after each tenth of the publishes. */
  heap: number[]
  release: Record<string, number> | undefined
}

export interface ChangeReport {
  machine: Machine
  publishes: number
  sizes: Published[]
}

export interface ChangeOptions {
  sizes: readonly number[]
  publishes: number
  /** Archives up to so many articles are released too. */
  releases: number
}

export async function benchChange({ sizes, publishes, releases }: ChangeOptions): Promise<ChangeReport> {
  const parent = folderParent()
  const folder = await mkdtemp(join(parent, 'zebian-bench-'))
  try {
    const all: Published[] = []
    for (const articles of sizes)
      all.push(await publishAt(join(folder, String(articles)), articles, publishes, releases))
    return { machine: machineOf(parent), publishes, sizes: all }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function publishAt(folder: string, articles: number, publishes: number, releases: number): Promise<Published> {
  const source = generatedSource(articles)
  const store = openStore({ file: `${folder}.store`, of: 'bench' })
  await store.sync(source)
  const all = articlesIn(articles)
  const heaps: number[] = []
  const [follow, draw, search]: [number[], number[], number[]] = [[], [], []]
  let pages = 0
  let documents = Table.of(Object.entries(store.account().documents))
  for (let turn = 0; turn < publishes; turn += 1) {
    const began = performance.now()
    await store.sync(source, { ids: [retitle(source, inTurn(all, turn), turn)] })
    const followed = performance.now()
    const printer = printerOver(store, 'bench')
    pages = drawWaiting(store, printer)
    follow.push(followed - began)
    const drawn = performance.now()
    searchWaiting(store, printer)
    draw.push(drawn - followed)
    search.push(performance.now() - drawn)
    documents = documents.with(store.changed())
    settled(store, documents)
    if (turn + 1 >= ((heaps.length + 1) * publishes) / 10) heaps.push(heap())
  }
  const release = articles <= releases ? await releaseAt(folder, store, source, all) : undefined
  store.close()
  return {
    articles,
    follow: median(follow),
    draw: median(draw),
    search: median(search),
    pages,
    heap: heaps,
    release,
  }
}

type Article = Extract<ArchiveDocument, { _type: 'article' }>

/** The newest first. */
const articlesIn = (articles: number): Article[] =>
  [...archiveDocuments(articles)].filter((one): one is Article => one._type === 'article').toReversed()

function retitle(source: GeneratedSource, article: Article, turn: number): string {
  source.change({ ...article, _rev: `turn${turn}`, title: `第${turn}次改题` })
  return article._id
}

const isDrawn = (place: Place): place is Place<DrawnKind> => place.kind !== 'picture'

function drawWaiting(store: Store, printer: Printer): number {
  const waiting = store.pages()
  if (waiting === 'all') throw new Error('expected a few pages to wait, found all of them')
  const pages = waiting.filter(isDrawn).filter((place) => printer.print(place) !== undefined)
  printer.settle()
  return pages.length
}

function searchWaiting(store: Store, { catalogue }: Printer): void {
  const { days, before } = store.found()
  for (const { bytes } of segmentsAfter(before, days, catalogue).files)
    if (bytes.length === 0) throw new Error('expected bytes, found none')
}

/** Megabytes that are in use after everything else was thrown away. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1e6
}

/** Numbers of revisions that no publish before had. */
const AFTER = 1_000_000

/** As if a release had been made; each article has its page in it. */
function settled(store: Store, documents: Released['documents']): void {
  if (!store.settle({ documents, shows: () => true })) throw new Error('expected the store to be settled')
}

async function releaseAt(
  folder: string,
  store: Store,
  source: GeneratedSource,
  all: readonly Article[],
): Promise<Record<string, number>> {
  const press = {
    places: placesOf(`${folder}-site`),
    builder: builderFrom(store, source),
    kept: 3,
    secrets: {},
    stillThere: async (ids: readonly string[]) => ids,
    now: () => new Date(),
  }
  await makeRelease(press, { reason: 'first', announced: {} })
  const parts: Record<string, number>[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const number = AFTER + turn
    const id = retitle(source, inTurn(all, turn), number)
    const announced = { [id]: { revision: `turn${number}`, at: '2024-06-02T00:30:00Z' } }
    parts.push((await makeRelease(press, { reason: 'hook', announced })).parts)
  }
  const names = Object.keys(parts[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, median(parts.map((part) => part[name] ?? 0))]))
}

export function changeTable({ sizes, publishes }: ChangeReport): string {
  const rows = sizes.map(({ articles, follow, draw, search, pages, heap: heaps, release }) => {
    const parts = Object.entries(release ?? {}).map(([name, ms]) => `${name} ${ms}`)
    const grown = `${heaps.map((mb) => mb.toFixed(0)).join(' ')} MB`
    return `${String(articles).padStart(8)}  ${follow.toFixed(1).padStart(8)} ms  ${draw.toFixed(1).padStart(8)} ms  ${search.toFixed(1).padStart(8)} ms  ${String(pages).padStart(6)}  ${grown}  ${parts.join(', ')}`
  })
  return [
    `one headline, medians of ${publishes}`,
    'articles       follow          draw        search   pages  heap by tenths  release, ms',
    ...rows,
  ].join('\n')
}
