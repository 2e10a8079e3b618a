/**
 * Reading saved pages: ours beside `@mozilla/readability` and `defuddle` on linkedom, each from the same bytes, in turns.
 *
 *   benchRead('../shared/originals/pages', 5)
 *     →  [{ name: 'ours', pages: 35, perSecond: 190, cpu: 5.1 }, { name: 'readability', … }, { name: 'defuddle', … }]
 *
 * Milliseconds of CPU a page, the median of the rounds; a first round warms each up and is not counted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { decodeBytes } from '../src/import/decode.ts'
import { parsePage } from '../src/import/parse/page.ts'

interface Saved {
  file: string
  bytes: Buffer
}

interface Reader {
  name: string
  read(page: Saved): unknown
}

export interface ReadFigures {
  name: string
  pages: number
  /** Pages a second of CPU, and milliseconds of CPU a page. */
  perSecond: number
  cpu: number
}

const textOf = ({ bytes }: Saved): string => decodeBytes(bytes)?.text ?? ''

const READERS: readonly Reader[] = [
  { name: 'ours', read: ({ file, bytes }) => parsePage({ file, bytes, sha256: '' }) },
  { name: 'readability on linkedom', read: (page) => new Readability(parseHTML(textOf(page)).document).parse() },
  {
    name: 'defuddle on linkedom',
    read: (page) => Defuddle(parseHTML(textOf(page)).document, 'http://hefeng.example/'),
  },
]

export async function benchRead(folder: string, rounds: number): Promise<ReadFigures[]> {
  const pages = readdirSync(folder)
    .filter((name) => /\.html?$/iu.test(name))
    .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }))
  if (pages.length === 0) throw new Error(`expected saved pages (.html) in ${folder}, found none; name another folder`)
  const taken = new Map<string, number[]>(READERS.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1)
    for (const { name, read } of READERS) {
      const cpu = await cpuOf(async () => {
        for (const page of pages) await read(page)
      })
      if (round > 0) taken.get(name)?.push(cpu)
    }
  return READERS.map(({ name }) => {
    const cpu = median(taken.get(name) ?? []) / pages.length
    return { name, pages: pages.length, perSecond: Math.round(1000 / cpu), cpu: Math.round(cpu * 100) / 100 }
  })
}

export function readTable(figures: readonly ReadFigures[]): string {
  const [ours] = figures
  const rows = figures.map(
    ({ name, perSecond, cpu }) =>
      `${name.padEnd(26)}${String(perSecond).padStart(8)} pages/s${cpu.toFixed(2).padStart(9)} ms${(cpu / (ours?.cpu ?? cpu)).toFixed(1).padStart(7)} ×`,
  )
  return [`${ours?.pages ?? 0} pages, CPU of one core`, ...rows].join('\n')
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  // What the packages print of pages that they stumble over is not wanted in the table.
  const { error, warn } = console
  Object.assign(console, { error: () => undefined, warn: () => undefined })
  const begun = process.cpuUsage()
  try {
    await work()
  } finally {
    Object.assign(console, { error, warn })
  }
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
