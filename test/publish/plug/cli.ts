/**
 * `npm run pull-the-plug`: every fault at full length, and a table of what was lost.
 *
 *   npm run pull-the-plug                   →  an hour or so on two cores; twice a minute it says how far it has come
 *   npm run pull-the-plug -- 0.1            →  a tenth of each
 *   npm run pull-the-plug -- 1 power hooks  →  only these
 *
 * Exit code 1 when anything was lost, or a control lost nothing.
 */
import { CLOCK } from '../../../src/publish/publisher/clock.ts'
import { FAST, openNewsroom, type Newsroom } from '../newsroom.ts'
import type { End } from '../press.ts'
import { tellHistories } from './histories.ts'
import { killAll } from './kill.ts'
import { poisonAmong } from './poisoned.ts'
import { cutPower } from './power.ts'
import { answerStale } from './stale.ts'
import { hasStrace } from './trace.ts'
import { nowAndThen } from './tell.ts'

interface Row {
  fault: string
  times: number
  /** Reads, promises, hooks: what there was to lose. */
  held: string
  lost: number
  good: boolean
}

/** Milliseconds between two lines about how far a part has come. */
const PAUSE = 30_000

const sayNowAndThen = (): ((line: string) => void) => nowAndThen(PAUSE, (line) => console.log(`  ${line}`))

type Run = (share: number) => Promise<Row[]>

const part = (share: number, whole: number): number => Math.max(1, Math.round(whole * share))

const RUNS: Record<string, Run> = {
  kill: async (share) => {
    const { kills, reads, edits, lost, torn, missing, mixed, slowest } = await killAll({
      kills: part(share, 1_000),
      readers: 2,
      say: sayNowAndThen(),
    })
    for (const line of lost) console.log(`  lost: ${line}`)
    const wrong = lost.length + torn + missing + mixed
    return [
      {
        fault: 'kill -9 of lake, receiver, publisher',
        times: kills,
        held: `${edits} edits, ${reads} reads, back in ${slowest} ms at most`,
        lost: wrong,
        good: wrong === 0,
      },
    ]
  },
  power: async (share) => {
    if (!hasStrace())
      throw new Error(
        'expected strace, found none; install it (apt-get install strace): power cuts cannot be tested without it',
      )
    const full = await cutPower({ cuts: part(share, 6_000), rounds: 30, say: sayNowAndThen() })
    for (const line of full.lost.slice(0, 20)) console.log(`  ${line}`)
    const rows = [
      {
        fault: 'power cut',
        times: full.cuts,
        held: `${full.promises} promises`,
        lost: full.lost.length,
        good: full.lost.length === 0,
      },
    ]
    for (const [control, fault] of [
      ['NORMAL', 'control: queue with synchronous=NORMAL'],
      ['lies', 'control: a disk that lies'],
    ] as const) {
      const { cuts, promises, lost } = await cutPower({ cuts: part(share, 500), rounds: 10, control })
      rows.push({ fault, times: cuts, held: `${promises} promises`, lost: lost.length, good: lost.length > 0 })
    }
    return rows
  },
  stale: (share) =>
    inNewsroom(CLOCK, async (room) => {
      const { reads, stale, releases, late } = await answerStale(room, {
        seconds: part(share, 60),
        say: sayNowAndThen(),
      })
      const held = `${reads} reads, ${releases} releases meanwhile, live ${late} ms after it caught up`
      const lost = stale + releases
      return [{ fault: 'an API behind, for so many seconds', times: part(share, 60), held, lost, good: lost === 0 }]
    }),
  poison: async (share) => {
    const { articles, good, told } = await poisonAmong(part(share, 10_000), (line) => console.log(`  ${line}`))
    const fault = 'poison documents among so many articles'
    return [{ fault, times: articles, held: told, lost: Number(!good), good }]
  },
  hooks: (share) =>
    inNewsroom(FAST, async (room) => {
      const { histories, hooks, answers } = await tellHistories(room, {
        runs: part(share, 5_000),
        say: sayNowAndThen(),
      })
      const said = Object.entries(answers).map(([status, n]) => `${status}: ${n}`)
      return [
        {
          fault: 'histories of hooks',
          times: histories,
          held: `${hooks} hooks (${said.join(', ')})`,
          lost: 0,
          good: true,
        },
      ]
    }),
}

async function inNewsroom<Found>(clock: typeof CLOCK, work: (room: Newsroom) => Promise<Found>): Promise<Found> {
  const ends: Parameters<End>[0][] = []
  try {
    return await work(await openNewsroom(clock, (end) => void ends.push(end)))
  } finally {
    for (const end of ends.toReversed()) await end()
  }
}

const [share = '1', ...names] = process.argv.slice(2)
const rows: Row[] = []
for (const name of names.length === 0 ? Object.keys(RUNS) : names) {
  const run = RUNS[name]
  if (run === undefined) throw new Error(`expected one of ${Object.keys(RUNS).join(', ')}, found “${name}”`)
  console.log(`${name} …`)
  rows.push(
    ...(await run(Number(share)).catch((error: unknown): Row[] => {
      console.error(error)
      return [{ fault: name, times: 0, held: 'did not end', lost: 1, good: false }]
    })),
  )
}
console.log(`\n${'fault'.padEnd(42)}${'times'.padStart(7)}  ${'lost'.padStart(5)}  of`)
for (const { fault, times, held, lost, good } of rows)
  console.log(
    `${fault.padEnd(42)}${String(times).padStart(7)}  ${String(lost).padStart(5)}  ${held}${good ? '' : '   ✗'}`,
  )
process.exitCode = rows.every(({ good }) => good) ? 0 : 1
