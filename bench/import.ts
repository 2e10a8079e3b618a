/**
 * Importing ten thousand pages into an empty embedded lake: speed, memory, and a run that is killed in the middle.
 *
 *   benchImport({ pages: 10_000 })
 *     →  { pages: 10_000, seconds: 190, perSecond: 52, peaks: [310, 330, …], killedAt: 5000, documents: 10_003, same: true }
 *
 * The pages are invented and differ in id, date and words; they are written once. One lake is filled in one go, another by a run that
 * is killed without warning and started again; both must hold the same documents.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDoor } from '../src/client.ts'
import { readSettings } from '../src/settings.ts'
import { writePages } from './pages.ts'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))

export interface ImportFigures {
  pages: number
  seconds: number
  perSecond: number
  /** Resident megabytes of the process after each tenth of the pages. */
  memory: number[]
  killedAfter: number
  documents: number
  /** Whether the killed run ended with the same documents. */
  same: boolean
}

export async function benchImport({ pages }: { pages: number }): Promise<ImportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'zebian-bench-import-'))
  try {
    const saved = join(folder, 'pages')
    await mkdir(saved)
    await writePages(saved, pages)
    const [whole, killed] = [join(folder, 'whole.sqlite'), join(folder, 'killed.sqlite')]
    const began = performance.now()
    const { memory } = await run(saved, whole, pages)
    const seconds = (performance.now() - began) / 1000
    const { done } = await run(saved, killed, pages, Math.floor(pages / 2))
    await run(saved, killed, pages)
    const [one, two] = [await digestOf(whole), await digestOf(killed)]
    const perSecond = Math.round((pages / seconds) * 10) / 10
    return {
      pages,
      seconds: Math.round(seconds),
      perSecond,
      memory,
      killedAfter: done,
      documents: one.documents,
      same: one.digest === two.digest,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One run of the command; `killAfter` so many pages it is killed as a power cut would. */
async function run(
  saved: string,
  lake: string,
  pages: number,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<{ memory: number[]; done: number }> {
  const child = spawn(process.execPath, ['tools/zebian.mjs', 'import', saved], {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], LAKE_FILE: lake },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory: number[] = []
  let done = 0
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    done += String(chunk).split(' → ').length - 1
    if (done >= ((memory.length + 1) * pages) / 10) memory.push(await residentOf(child))
    if (done >= killAfter) child.kill('SIGKILL')
  }
  return { memory, done }
}

/** Megabytes, from the system’s own books. */
async function residentOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(?<kb>\d+)/u.exec(status)?.groups?.['kb'] ?? 0) / 1024)
}

/** Every document without what the lake itself adds, as one digest. */
async function digestOf(file: string): Promise<{ documents: number; digest: string }> {
  const door = openDoor(readSettings({ LAKE_FILE: file }))
  const hash = createHash('sha256')
  let documents = 0
  try {
    for (let after = ''; ;) {
      const found: { _id: string }[] = await door.client.fetch(
        '*[_id > $after && !(_type match "system.**")] | order(_id) [0...500]{ ..., "_rev": "", "_createdAt": "", "_updatedAt": "" }',
        { after },
      )
      documents += found.length
      for (const one of found) hash.update(JSON.stringify(one))
      after = found.at(-1)?._id ?? ''
      if (found.length < 500) return { documents, digest: hash.digest('hex') }
    }
  } finally {
    door.close()
  }
}

export function importTable({
  pages,
  seconds,
  perSecond,
  memory,
  killedAfter,
  documents,
  same,
}: ImportFigures): string {
  return [
    `${pages} pages, ${documents} documents: ${seconds} s, ${perSecond} pages/s`,
    `memory after each tenth: ${memory.join(' ')} MB`,
    `killed after ${killedAfter} pages and started again: ${same ? 'the same documents' : 'OTHER DOCUMENTS'}`,
  ].join('\n')
}
