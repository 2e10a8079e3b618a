/**
 * `bench lake`: what the embedded lake answers, and how that grows with the archive.
 *
 *   await benchLake({ sizes: [1_000, 50_000], rounds: 7 })
 *     →  { runs: [{ articles: 1000, ms: { counts: 0.8, … } }, …], growth: { counts: 1.1, … } }   growth: last size to first
 *   lakeTable(report)  →  the same for people
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { LAKE_RUN, type LakeRun } from './lakeOne.ts'
import { questions } from './lakeCases.ts'

export interface LakeReport {
  rounds: number
  runs: LakeRun[]
  /** How many times as long each takes in the largest lake as in the smallest. */
  growth: Record<string, number>
}

const ONE = fileURLToPath(new URL('lakeOne.ts', import.meta.url))
/** What is done to a lake besides asking it. */
const DONE: Readonly<Record<string, string>> = {
  open: 'opening the file',
  mutate: 'one edit, on disk',
  listen: 'one edit, until four listeners know',
}

export async function benchLake(options: {
  sizes: readonly number[]
  rounds: number
  onRun?: (run: LakeRun) => void
}): Promise<LakeReport> {
  const { sizes, rounds, onRun = () => {} } = options
  const runs: LakeRun[] = []
  for (const size of sizes) {
    const { stdout } = await promisify(execFile)(process.execPath, [ONE, String(size), String(rounds)])
    const run = v.parse(LAKE_RUN, JSON.parse(stdout))
    onRun(run)
    runs.push(run)
  }
  const [smallest, largest] = [runs[0]?.ms ?? {}, runs.at(-1)?.ms ?? {}]
  const growth = Object.entries(largest).map(([name, ms]) => [name, ms / (smallest[name] ?? Number.NaN)] as const)
  return { rounds, runs, growth: Object.fromEntries(growth) }
}

export function lakeTable({ rounds, runs, growth }: LakeReport): string {
  const rows = [
    ['CPU ms', '', ...runs.map(({ articles }) => articles.toLocaleString('en')), 'growth'],
    ...Object.keys(growth).map((name) => [
      name,
      DONE[name] ?? saysOf(name),
      ...runs.map(
        ({ ms, first }) => `${printed(ms[name])}${first[name] === undefined ? '' : ` (${printed(first[name])})`}`,
      ),
      `× ${(growth[name] ?? Number.NaN).toFixed(1)}`,
    ]),
    ['memory', 'MB, the most', ...runs.map(({ rss }) => rss.toFixed(0)), ''],
  ]
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map((row) =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
  return [
    `Milliseconds of CPU, medians of ${rounds} after an edit each; in brackets the first time, when the lake knows nothing yet.`,
    '',
    ...lines,
  ].join('\n')
}

function saysOf(name: string): string {
  const all = Object.entries(questions({ word: '', id: '', address: '' }))
  return all.find(([known]) => known === name)?.[1].says ?? ''
}

const printed = (ms: number | undefined): string => (ms === undefined ? '–' : ms.toFixed(ms < 10 ? 1 : 0))
