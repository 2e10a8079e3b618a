/**
 * kill -9 at random moments of lake, receiver and publisher under load, while readers read: nothing acknowledged is lost.
 *
 *   await killAll({ kills: 1_000, readers: 2 })
 *     →  { kills: 1000, reads: 312004, edits: 41200, lost: [], torn: 0, missing: 0, mixed: 0, slowest: 840 }
 *
 * After each kill the dead are started again, by nobody's hand but a supervisor's, and every acknowledged edit must be live.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createClient } from '@sanity/client'
import { freePort } from '../../lake/free-port.ts'
import { seeded } from './power.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const SECRET = 'a-secret-of-the-fault-suite'
const IDS = Array.from({ length: 8 }, (_, n) => `article-${n}`)

export interface Kills {
  kills: number
  reads: number
  torn: number
  missing: number
  mixed: number
  edits: number
  lost: string[]
  /** Milliseconds from a kill until everything acknowledged was live. */
  slowest: number
}

interface KillOptions {
  kills: number
  readers: number
  /** Told now and then how far it has come. */
  say?: (line: string) => void
}

export async function killAll({ kills, readers, say = () => {} }: KillOptions): Promise<Kills> {
  const folder = mkdtempSync(join(tmpdir(), 'zebian-kill-'))
  const [lakePort, sitePort] = [await freePort(), await freePort()]
  const [lakeUrl, siteUrl] = [`http://localhost:${lakePort}`, `http://localhost:${sitePort}/`]
  const parts: [string, string[]][] = [
    ['lake-child.ts', [join(folder, 'lake.sqlite'), String(lakePort), siteUrl, SECRET]],
    ['press-child.ts', [folder, String(sitePort), lakeUrl, SECRET]],
  ]
  const children = await Promise.all(parts.map(([name, args]) => startPart(name, args)))
  const result: Kills = { kills: 0, reads: 0, edits: 0, torn: 0, missing: 0, mixed: 0, lost: [], slowest: 0 }
  const acknowledged = new Map<string, number>()
  const stop = { now: false }
  const edit = writer(lakeUrl, acknowledged, result, stop)
  const workers: Worker[] = []
  const counts = new Int32Array(new SharedArrayBuffer(16))
  try {
    await untilLive(folder, new Map(IDS.map((id) => [id, 1])), 60_000)
    for (let n = 0; n < readers; n += 1) {
      const worker = new Worker(here('reader.ts'), { workerData: { site: join(folder, 'site'), ids: IDS, counts } })
      workers.push(worker)
    }
    const random = seeded(kills)
    while (result.kills < kills) {
      await wait(random() * 150)
      // One of the two, or both at once, as when the power of a whole machine goes.
      const victims = [[0], [1], [0, 1]][Math.floor(random() * 3)] ?? [0]
      const killedAt = performance.now()
      for (const index of victims) {
        const [child, part] = [children[index], parts[index]]
        if (child === undefined || part === undefined) continue
        await killPart(child)
        result.kills += 1
        children[index] = await startPart(part[0], part[1])
      }
      const missing = await untilLive(folder, new Map(acknowledged), 30_000)
      result.lost.push(...missing)
      result.slowest = Math.max(result.slowest, Math.round(performance.now() - killedAt))
      const [reads = 0, ...wrong] = counts
      say(
        `${result.kills} of ${kills} kills, ${result.edits} edits, ${reads} reads, ${result.lost.length} lost, ${wrong.reduce((a, b) => a + b)} read wrong`,
      )
    }
  } finally {
    stop.now = true
    await Promise.all(workers.map((worker) => worker.terminate()))
    for (const child of children) await killPart(child)
    await edit
    rmSync(folder, { recursive: true, force: true })
  }
  const [reads = 0, torn = 0, missing = 0, mixed = 0] = counts
  return { ...result, reads, torn, missing, mixed }
}

async function startPart(name: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [here(name), ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return child
}

async function killPart(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Edits one document after the other; what was acknowledged is remembered, what failed may or may not be there. */
async function writer(
  lakeUrl: string,
  acknowledged: Map<string, number>,
  result: Kills,
  stop: { now: boolean },
): Promise<void> {
  const over = { apiHost: lakeUrl, useProjectHostname: false, token: 'sk-plug', timeout: 2_000, maxRetries: 0 }
  const client = createClient({
    projectId: 'zebian',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    ...over,
  })
  for (let n = 1; !stop.now; n += 1) {
    const id = IDS[n % IDS.length] ?? ''
    try {
      await client.createOrReplace({ _id: id, _type: 'article', n })
      acknowledged.set(id, n)
      result.edits += 1
      await wait(3)
    } catch {
      // The lake is dead just now: nothing was promised.
      await wait(20)
    }
  }
}

/** What of the acknowledged edits is not live after so many milliseconds. */
async function untilLive(
  folder: string,
  acknowledged: ReadonlyMap<string, number>,
  longest: number,
): Promise<string[]> {
  for (const deadline = performance.now() + longest; ;) {
    const missing = [...acknowledged].filter(([id, n]) => liveNumber(join(folder, 'site', 'a', `${id}.html`)) < n)
    if (missing.length === 0) return []
    if (performance.now() > deadline)
      return missing.map(
        ([id, n]) => `${id}: ${n} was acknowledged, ${liveNumber(join(folder, 'site', 'a', `${id}.html`))} is live`,
      )
    await wait(10)
  }
}

function liveNumber(path: string): number {
  try {
    return Number(/<p>(?<n>\d+)<\/p>/u.exec(readFileSync(path, 'utf8'))?.groups?.['n'] ?? 0)
  } catch {
    return 0
  }
}
