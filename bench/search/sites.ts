/**
 * The same entries made searchable twice: by us, and by Pagefind from one plain page an entry.
 *
 *   await ourSite(folder, entries)       →  { url path /search/, made: { cpu: 1.9, rss: 410, bytes: 6_500_000, files: 4180 } }
 *   await pagefindSite(folder, entries)  →  { url path /pagefind.html, made: { … } }
 *
 * Pagefind indexes what we index and no more: headline, kicker, subtitle, 原标题, lead, subheads, source, credits, names and the day.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rowOf, textsOf, type SearchEntry } from '../../src/search/entry.ts'
import { searchModule } from '../../src/search/make/module.ts'
import { escapeHtml } from '../../src/site/html.ts'
import { searchView } from '../../src/site/views/search.ts'
import { measure } from '../measure.ts'

export interface Made {
  /** Seconds and megabytes of the whole process. */
  cpu: number
  rss: number
  bytes: number
  files: number
}

export async function ourSite(folder: string, entries: readonly SearchEntry[]): Promise<Made> {
  const file = `${folder}.json`
  await writeFile(file, JSON.stringify(entries))
  const made = await measure(
    { name: 'search', args: (output) => ['bench/search/press.ts', file, output], environment: () => ({}) },
    folder,
  )
  const script = await searchModule()
  await writeFile(join(folder, script.address), script.code)
  const map = await readFile(join(folder, 'map.txt'), 'utf8')
  const site = {
    title: '禾风网',
    footer: '禾风网',
    notices: [],
    permission: 'own' as const,
    cards: false,
    channels: [],
  }
  const view = searchView({
    site,
    address: '/search/index.html',
    map,
    channels: [],
    years: [],
    sources: [],
    roles: [],
    browse: [],
  })
  await writeFile(join(folder, 'search/index.html'), view.text)
  return made
}

export async function pagefindSite(folder: string, entries: readonly SearchEntry[]): Promise<Made> {
  for (const entry of entries) {
    const path = join(folder, entry.address)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, plainPage(entry))
  }
  const made = await watched('node_modules/.bin/pagefind', ['--site', folder, '--quiet'])
  await writeFile(
    join(folder, 'pagefind.html'),
    '<!doctype html><html lang="zh"><meta charset="utf-8"><title>Pagefind</title>',
  )
  return { ...made, ...sizeOf(join(folder, 'pagefind')) }
}

function plainPage(entry: SearchEntry): string {
  const texts = [...textsOf(rowOf(entry)), entry.shown.slice(0, 10)].filter((text) => text !== '')
  const title = escapeHtml(entry.title)
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1>${texts
    .slice(1)
    .map((text) => `<p>${escapeHtml(text)}</p>`)
    .join('\n')}</body></html>`
}

function sizeOf(folder: string): { bytes: number; files: number } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    files: entries.length,
    bytes: entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
  }
}

/** CPU and peak memory of a program and what it starts, as Linux counts them; looked at ten times a second. */
async function watched(program: string, args: string[]): Promise<{ cpu: number; rss: number }> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const peak = { cpu: 0, rss: 0 }
  const look = (): void => {
    const now = [child.pid ?? 0, ...childrenOf(child.pid ?? 0)].map(usedBy)
    peak.cpu = Math.max(
      peak.cpu,
      now.reduce((sum, { cpu }) => sum + cpu, 0),
    )
    peak.rss = Math.max(
      peak.rss,
      now.reduce((sum, { rss }) => sum + rss, 0),
    )
  }
  const timer = setInterval(look, 100)
  const code = await new Promise((done) => child.once('close', done))
  clearInterval(timer)
  if (code !== 0) throw new Error(`expected ${program} to end with exit code 0, found ${String(code)}`)
  return peak
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended between two looks.
    return ''
  }
}

const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .flatMap((child) => [child, ...childrenOf(child)])

/** Ticks are hundredths of a second on Linux. */
function usedBy(pid: number): { cpu: number; rss: number } {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /u, '')
    .split(' ')
  const high = /VmHWM:\s+(\d+) kB/u.exec(read(`/proc/${pid}/status`))?.[1]
  return { cpu: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100, rss: Number(high ?? 0) / 1024 }
}
