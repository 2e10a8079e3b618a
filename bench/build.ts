/**
 * `bench build`: the same archive built by us, by the floor and by stock Eleventy with Nunjucks, in turns.
 *
 *   await benchBuild({ articles: 10_000, runs: 3 })
 *     →  { articles: 10_000, runs: 3, machine: {…}, contenders: [{ name: 'ours', wall: 4.1, cpu: 4.6, …, toFloor: 1.7, toNunjucks: 0.4 }, …] }
 *
 * In turns (A B C A B C) because a shared machine's speed drifts: each contender meets the same weather. Medians of the runs.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { contenders, type ContenderName } from './contenders.ts'
import { fill } from './fill.ts'
import { measure, type Run } from './measure.ts'
import { peersOver, type Peer } from './peers.ts'

export interface Machine {
  cores: number
  processor: string
  /** Gigabytes. */
  memory: number
  node: string
  /** Where the contenders wrote: /dev/shm is memory, anything else a disk. */
  folder: string
}

export interface Result extends Run {
  name: ContenderName
  /** CPU as a multiple of the floor's, and of Nunjucks's. */
  toFloor: number
  toNunjucks: number
  every: Run[]
}

export interface BuildReport {
  articles: number
  runs: number
  machine: Machine
  contenders: Result[]
}

const IN_MEMORY = '/dev/shm'

/** Memory where the machine allows, so that no disk is measured. */
export const folderParent = (): string => (existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir())

export interface BuildOptions {
  articles: number
  runs: number
  /** Other generators to build the same. */
  peers?: readonly Peer[]
  /** Told of each run as it ends. */
  onRun?: (name: ContenderName, run: Run) => void
}

export async function benchBuild({ articles, runs, peers = [], onRun = () => {} }: BuildOptions): Promise<BuildReport> {
  const parent = folderParent()
  const folder = await mkdtemp(join(parent, 'zebian-bench-'))
  try {
    const prepared = await fill(folder, articles)
    const taking = [...contenders(prepared), ...peersOver(peers, prepared, folder)]
    // A build before leaves its pages in the warm store.
    for (const first of taking.slice(0, 1)) await measure(first, join(folder, 'out'))
    const all = new Map<ContenderName, Run[]>(taking.map(({ name }) => [name, []]))
    for (let round = 0; round < runs; round += 1) {
      for (const contender of taking) {
        contender.before?.()
        const run = await measure(contender, join(folder, 'out'))
        all.get(contender.name)?.push(run)
        onRun(contender.name, run)
      }
    }
    return { articles, runs, machine: machineOf(parent), contenders: resultsOf(all) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function resultsOf(all: ReadonlyMap<ContenderName, Run[]>): Result[] {
  const cpuOf = (name: ContenderName): number => median((all.get(name) ?? []).map(({ cpu }) => cpu))
  return [...all].map(([name, every]) => {
    const middle = (key: keyof Run): number => median(every.map((run) => run[key]))
    const cpu = middle('cpu')
    return {
      name,
      wall: middle('wall'),
      cpu,
      rss: middle('rss'),
      pages: middle('pages'),
      articles: middle('articles'),
      files: middle('files'),
      bytes: middle('bytes'),
      toFloor: cpu / cpuOf('floor'),
      toNunjucks: cpu / cpuOf('nunjucks'),
      every,
    }
  })
}

/** `median([3, 1, 2])` → 2; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? Number.NaN
  return (low + (sorted[Math.floor(half)] ?? low)) / 2
}

export function machineOf(folder: string): Machine {
  const [first] = cpus()
  return {
    cores: cpus().length,
    processor: first?.model ?? 'unknown',
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    folder,
  }
}
