/**
 * The figures that were kept, and whether a run is worse: CPU ratios of one run alone, for a machine's speed is nobody's fault.
 *
 *   compare(report)   →  [{ name: 'ours', kept: 1.6, found: 1.7, worse: false }, …]
 *   keep(report)      →  bench/kept.json, committed with the change that made them so
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { BuildReport } from './build.ts'

interface Compared {
  name: string
  kept: number
  found: number
  worse: boolean
}

const FILE = new URL('kept.json', import.meta.url)
/** Ratios of one machine's runs lie within a fifth of each other while others work on it. */
const TOLERATED = 1.2

type Kept = Record<string, number>

export function compare({ contenders }: BuildReport): Compared[] {
  const kept: Kept = JSON.parse(readFileSync(FILE, 'utf8'))
  return contenders.flatMap(({ name, toFloor }) => {
    const before = kept[name]
    return before === undefined ? [] : [{ name, kept: before, found: toFloor, worse: toFloor > before * TOLERATED }]
  })
}

export function keep({ contenders }: BuildReport): void {
  const ratios = contenders.map(({ name, toFloor }) => [name, Number(toFloor.toFixed(2))])
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(ratios), undefined, 2)}\n`)
}

export const comparedLines = (compared: readonly Compared[]): string[] =>
  compared.map(
    ({ name, kept, found, worse }) =>
      `${worse ? 'worse' : 'kept '}  ${name}: ${found.toFixed(2)} of the floor’s CPU, ${kept.toFixed(2)} was kept`,
  )
