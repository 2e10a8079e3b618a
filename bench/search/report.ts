/**
 * The search bench's figures for people.
 *
 *   searchTable(report)  →  '10056 entries, 710 queries …\n\n            ours  pagefind …'
 */
import type { EngineReport, SearchReport } from '../search.ts'
import type { Spread } from './bytes.ts'

const share = (part: number): string => `${(part * 100).toFixed(1)} %`
const kilo = ({ median, most }: Spread): string => `${(median / 1000).toFixed(1)} / ${(most / 1000).toFixed(1)} kB`
const time = ({ median, most }: Spread): string => `${median.toFixed(0)} / ${most.toFixed(0)} ms`

const LINES: readonly (readonly [string, (engine: EngineReport) => string])[] = [
  ['', ({ name }) => name],
  ['all of at most eight shown', ({ recall }) => share(recall)],
  ['as many found as there are', ({ counted }) => share(counted)],
  ['first result has it', ({ first }) => share(first)],
  ['absent phrases with a result', ({ absent }) => String(absent)],
  ['first four letters, median / most', ({ firstBytes }) => kilo(firstBytes)],
  ['further four letters', ({ furtherBytes }) => kilo(furtherBytes)],
  ['to the first result on slow 4G', ({ slowFirst }) => time(slowFirst)],
  ['to all of the first page', ({ slow }) => time(slow)],
  ['CPU of the index', ({ made }) => `${made.cpu.toFixed(2)} s`],
  ['memory', ({ made }) => `${made.rss.toFixed(0)} MB`],
  ['files', ({ made }) => String(made.files)],
  ['size', ({ made }) => `${(made.bytes / 1e6).toFixed(1)} MB`],
]

export function searchTable({ articles, queries, floor, edit, engines }: SearchReport): string {
  const rows = LINES.map(([label, cell]) => [label, ...engines.map(cell)])
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const table = rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
  return [
    `${articles} entries, ${queries} queries drawn by rule (bench/search/queries.ts), Chromium, node ${process.version}`,
    ...(floor === undefined
      ? []
      : [`the floor over the same articles: CPU ${floor.cpu.toFixed(2)} s, ${floor.rss.toFixed(0)} MB`]),
    '',
    ...table,
    '',
    `a corrected headline of the oldest article rewrites ${edit.files} of its segment’s ${edit.of.files} files, ${(edit.bytes / 1000).toFixed(1)} kB of ${(edit.of.bytes / 1000).toFixed(0)}; all of the running month has ${(edit.month / 1000).toFixed(1)} kB`,
    ...engines.flatMap(({ name, missed }) =>
      missed.length === 0 ? [] : ['', `${name} missed ${missed.length}, such as: ${missed.slice(0, 6).join('; ')}`],
    ),
  ].join('\n')
}
