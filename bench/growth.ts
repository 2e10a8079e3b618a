/**
 * `bench growth`: the same build over archives of several sizes, with a heap of 512 MB, in turns: every page drawn, and every page kept.
 *
 *   await benchGrowth({ sizes: [10_000, 100_000], runs: 1 })
 *     →  { machine, sizes: [{ articles: 10_000, way: 'drawn', cpu: 3.1, rss: 210, perArticle: 310 }, { articles: 10_000, way: 'kept', … }, …] }
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore } from '../src/store/store.ts'
import { folderParent, machineOf, median, type Machine } from './build.ts'
import { keepNothing } from './contenders.ts'
import { generatedSource } from './generated.ts'
import { measure, type Run } from './measure.ts'

type Way = 'drawn' | 'kept'

interface Grown extends Run {
  articles: number
  /** Every page drawn, or written as the store has kept it. */
  way: Way
  /** Microseconds of CPU an article. */
  perArticle: number
}

export interface GrowthReport {
  machine: Machine
  runs: number
  sizes: Grown[]
}

export interface GrowthOptions {
  sizes: readonly number[]
  runs: number
  onRun?: (articles: number, way: Way, run: Run) => void
}

const runsOf = (): Run[] => []

export async function benchGrowth({ sizes, runs, onRun = () => {} }: GrowthOptions): Promise<GrowthReport> {
  const parent = folderParent()
  const folder = await mkdtemp(join(parent, 'zebian-bench-'))
  const all = sizes.flatMap((size) => WAYS.map((way) => ({ size, way, every: runsOf() })))
  try {
    for (const size of sizes) await fillStore(join(folder, `${size}.store`), size)
    for (let round = 0; round < runs; round += 1) {
      for (const { size, way, every } of all) {
        const file = join(folder, `${size}.store`)
        if (way === 'drawn') keepNothing(file)
        const run = await measure(contender(file), join(folder, 'out'))
        every.push(run)
        onRun(size, way, run)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { machine: machineOf(parent), runs, sizes: all.map(({ size, way, every }) => grown(size, way, every)) }
}

async function fillStore(file: string, articles: number): Promise<void> {
  const store = openStore({ file, of: 'bench' })
  await store.sync(generatedSource(articles))
  store.close()
}

/** In this order: what is drawn is kept for the other. */
const WAYS = ['drawn', 'kept'] as const satisfies readonly Way[]

const contender = (file: string) => ({
  name: 'grown' as const,
  args: (output: string) => ['--max-old-space-size=512', 'bench/ours.ts', '-', file, output, 'direct', 'pages'],
  environment: () => ({}),
})

function grown(articles: number, way: Way, every: readonly Run[]): Grown {
  const middle = (key: keyof Run): number => median(every.map((run) => run[key]))
  const cpu = middle('cpu')
  return {
    articles,
    way,
    perArticle: (cpu / articles) * 1e6,
    wall: middle('wall'),
    cpu,
    rss: middle('rss'),
    pages: middle('pages'),
    files: middle('files'),
    bytes: middle('bytes'),
  }
}

export function growthTable({ sizes, runs }: GrowthReport): string {
  const rows = sizes.map(
    ({ articles, way, cpu, wall, rss, perArticle }) =>
      `${String(articles).padStart(8)}  ${way}  ${cpu.toFixed(2).padStart(8)} s  ${wall.toFixed(2).padStart(8)} s  ${rss.toFixed(0).padStart(6)} MB  ${perArticle.toFixed(0).padStart(6)} µs`,
  )
  return [
    `the same pages with a heap of 512 MB, medians of ${runs}`,
    'articles  pages         CPU        wall     memory  CPU/article',
    ...rows,
  ].join('\n')
}
