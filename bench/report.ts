/**
 * A bench's figures for people.
 *
 *   buildTable(report)  →  '10000 articles, medians of 3 runs in turns …\n\n            wall     CPU  …'
 */
import type { BuildReport, Result } from './build.ts'

const COLUMNS: readonly (readonly [string, (result: Result) => string])[] = [
  ['', ({ name }) => name],
  ['wall', ({ wall }) => `${wall.toFixed(2)} s`],
  ['CPU', ({ cpu }) => `${cpu.toFixed(2)} s`],
  ['memory', ({ rss }) => `${rss.toFixed(0)} MB`],
  ['files', ({ files }) => String(files)],
  ['output', ({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`],
  ['CPU/floor', ({ toFloor }) => toFloor.toFixed(2)],
  ['CPU/nunjucks', ({ toNunjucks }) => toNunjucks.toFixed(2)],
]

export function buildTable({ articles, runs, machine, contenders }: BuildReport): string {
  const rows = [COLUMNS.map(([title]) => title), ...contenders.map((result) => COLUMNS.map(([, cell]) => cell(result)))]
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const { cores, processor, memory, node, folder } = machine
  return [
    `${articles} articles, medians of ${runs} ${runs === 1 ? 'run' : 'runs'} in turns; trust CPU and ratios before wall`,
    `${cores} × ${processor}, ${memory} GB, node ${node}, output in ${folder}`,
    '',
    ...lines,
  ].join('\n')
}
