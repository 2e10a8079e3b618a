/**
 * Sums over a run of a sheet's lines, each in one subtraction: elements within elements ask them of the same lines again and again.
 *
 *   const letters = runningSums(sheet.lines, ({ letters }) => letters)
 *   sumOf(letters, { from: 2, to: 4 })  →  letters of the lines 2, 3 and 4
 */
import type { Line } from './sheet.ts'

export function runningSums(lines: readonly Line[], value: (line: Line) => number): number[] {
  const sums = [0]
  for (const line of lines) sums.push((sums.at(-1) ?? 0) + value(line))
  return sums
}

export const sumOf = (sums: readonly number[], { from, to }: { from: number; to: number }): number =>
  (sums[Math.max(from, to + 1)] ?? 0) - (sums[from] ?? 0)
