/**
 * One run of one contender into an empty folder.
 *
 *   await measure(contender, '/dev/shm/zebian-bench-x/out')
 *     →  { wall: 4.1, cpu: 4.6, rss: 612, pages: 10_118, articles: 10_000, files: 10_118, bytes: 131_000_000 }
 *
 * Seconds and megabytes. CPU and memory are the whole process's, from its first instruction to its exit.
 */
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import type { Contender } from './contenders.ts'

export interface Run {
  wall: number
  cpu: number
  rss: number
  pages: number
  /** Pages of articles: those below `/n2`. */
  articles: number
  files: number
  bytes: number
}

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const METER = new URL('meter.mjs', import.meta.url).href
const USED = v.object({ cpu: v.number(), rss: v.number() })

export async function measure(contender: Contender, output: string): Promise<Run> {
  await rm(output, { recursive: true, force: true })
  const meter = `${output}.meter.json`
  const began = performance.now()
  const { code, said } = await started(contender, output, meter)
  const wall = (performance.now() - began) / 1000
  if (code !== 0) throw new Error(`expected ${contender.name} to end with exit code 0, found ${code}:\n${said}`)
  const { cpu, rss } = v.parse(USED, JSON.parse(await readFile(meter, 'utf8')))
  return { wall, cpu, rss, ...written(output) }
}

/** What stands in a folder, counted by us: the same for every contender, whatever ours may come to count. */
function written(folder: string): Pick<Run, 'pages' | 'articles' | 'files' | 'bytes'> {
  const found = { pages: 0, articles: 0, files: 0, bytes: 0 }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    // What stands beside an article for those who cite it has no counterpart with the others.
    const isPage = entry.name.endsWith('.html') && !entry.name.endsWith('.cite.html')
    found.files += 1
    found.pages += isPage ? 1 : 0
    found.articles += isPage && entry.parentPath.startsWith(join(folder, 'n2')) ? 1 : 0
    found.bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return found
}

function started(contender: Contender, output: string, meter: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', METER, ...contender.args(output)], {
      cwd: PROJECT,
      env: { ...ordinary(), BENCH_METER: meter, ...contender.environment(output) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })
}

/** The environment without what would send a contender elsewhere or change how node runs. */
function ordinary(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:SANITY|LAKE|SITE|NODE|VITEST|ELEVENTY|DEBUG)/u.test(name)),
  )
}
