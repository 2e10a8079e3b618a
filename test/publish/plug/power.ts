/**
 * Power cuts: a process that keeps promises is traced, and its disk shown as it may be at any moment; nothing promised may be missing.
 *
 *   await cutPower({ cuts: 5_000, rounds: 30 })
 *     →  { cuts: 5000, lost: [], promises: 90 }   what was promised is there, and publishing goes on from it
 *   await cutPower({ cuts: 500, rounds: 10, control: 'NORMAL' })   →  lost must not be empty, or the test is broken
 */
import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { placesOf } from '../../../src/publish/release/places.ts'
import { verifyRelease } from '../../../src/publish/release/verify.ts'
import { Disk } from './disk.ts'
import { goOn } from './onward.ts'
import { traced } from './trace.ts'

/** Thousands of small folders are made and thrown away: in memory where there is such a place. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const CHILD = fileURLToPath(new URL('power-child.ts', import.meta.url))

interface PowerCuts {
  cuts: number
  promises: number
  lost: string[]
}

interface PowerOptions {
  cuts: number
  rounds: number
  /** `NORMAL`: the queue does not wait for the disk. `lies`: the disk says it has synced and has not. */
  control?: 'NORMAL' | 'lies'
  /** Told now and then how far it has come. */
  say?: (line: string) => void
}

export async function cutPower({ cuts, rounds, control, say = () => {} }: PowerOptions): Promise<PowerCuts> {
  const home = mkdtempSync(join(tmpdir(), 'zebian-power-'))
  const root = join(home, 'disk')
  const memory = mkdtempSync(join(MEMORY, 'zebian-cut-'))
  try {
    mkdirSync(root)
    const calls = await traced(
      CHILD,
      [root, String(rounds), control === 'NORMAL' ? 'NORMAL' : 'FULL'],
      join(home, 'trace'),
    )
    const random = seeded(cuts * 31 + rounds)
    const disk = new Disk(root)
    const into = join(memory, 'after')
    disk.lies = control === 'lies'
    // Every call that touches the disk is a moment; as many looks at each as it takes.
    const each = cuts / calls.length
    const lost: string[] = []
    let [due, done] = [0, 0]
    for (const call of calls) {
      disk.apply(call)
      for (due += each; due >= 1; due -= 1) {
        disk.cut(random, into)
        for (const problem of await missing(into, promisesIn(disk.said))) lost.push(`cut ${done}: ${problem}`)
        rmSync(into, { recursive: true, force: true })
        done += 1
        say(`${done} of ${cuts} cuts, ${lost.length} lost`)
      }
    }
    return { cuts: done, promises: disk.said.split('\n').length - 1, lost }
  } finally {
    rmSync(home, { recursive: true, force: true })
    rmSync(memory, { recursive: true, force: true })
  }
}

interface Promises {
  lake: number
  queue: number
  release: string
}

function promisesIn(said: string): Promises {
  const promised: Promises = { lake: 0, queue: 0, release: '' }
  for (const line of said.split('\n')) {
    const [kind = '', what = ''] = line.split(' ')
    if (kind === 'lake') promised.lake += 1
    else if (kind === 'queue') promised.queue += 1
    else if (what !== '') promised.release = what
  }
  return promised
}

async function missing(folder: string, promised: Promises): Promise<string[]> {
  return [
    ...counted(join(folder, 'lake.sqlite'), 'SELECT count(*) AS n FROM document', promised.lake, 'commits'),
    ...counted(join(folder, 'queue.sqlite'), 'SELECT count(*) AS n FROM hook', promised.queue, 'hooks'),
    ...(await releaseProblems(join(folder, 'site'), promised.release)),
  ]
}

function counted(file: string, query: string, least: number, what: string): string[] {
  if (!existsSync(file)) return least === 0 ? [] : [`${what}: no file, ${least} were promised`]
  const db = new DatabaseSync(file)
  try {
    const sound = Object.values(db.prepare('PRAGMA integrity_check').get() ?? {})[0]
    if (sound !== 'ok') return [`${what}: ${String(sound)}`]
    if (least === 0) return []
    const found = Number(db.prepare(query).get()?.['n'])
    return found >= least ? [] : [`${what}: ${least} were promised, ${found} are there`]
  } catch (error) {
    return [`${what}: ${String(error)}`]
  } finally {
    db.close()
  }
}

async function releaseProblems(site: string, promised: string): Promise<string[]> {
  const target = linkAt(site)
  if (target === undefined) return promised === '' ? [] : [`no current release, ${promised} was promised`]
  const id = basename(dirname(target))
  const problems = await verifyRelease(placesOf(site), id).catch((error: unknown) => [String(error)])
  const onward =
    problems.length > 0
      ? []
      : await goOn(placesOf(site)).catch((error: unknown) => [`the next release: ${String(error)}`])
  return [
    ...onward,
    ...problems.slice(0, 1).map((problem) => `current release ${id}: ${problem}`),
    ...(Number(id) < Number(promised || 0) ? [`current release is ${id}, ${promised} was promised`] : []),
  ]
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** The same cuts each time: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
