/**
 * The real command line in a child process, and what it leaves on disk.
 *
 *   const paper = await openPaper()                       an empty folder of its own
 *   await paper.run(['import', 'a.txt'])                  →  { code: 0, out: 'a.txt: … → /2024/…', err: '' }
 *   await readFolder(paper.site)                          →  Map { 'index.html' → Buffer, … }
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings, type Settings } from '../../src/settings.ts'

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Ran {
  code: number | null
  out: string
  err: string
}

export interface Paper {
  folder: string
  site: string
  settings: Settings
  run(args: readonly string[], environment?: Record<string, string>): Promise<Ran>
  /** Like `run`, and an error with both streams when the exit code is not 0. */
  done(args: readonly string[], environment?: Record<string, string>): Promise<Ran>
  close(): Promise<void>
}

/** `longest`: milliseconds a command may take. A folder with a lake file and a site folder of its own; nothing of the tester's environment reaches the command. */
export async function openPaper({ longest = 50_000 } = {}): Promise<Paper> {
  const folder = await mkdtemp(join(tmpdir(), 'zebian-test-'))
  const site = join(folder, 'site')
  const own = { LAKE_FILE: join(folder, 'lake.sqlite'), SITE_FOLDER: site }
  const run: Paper['run'] = (args, environment = {}) => zebian(args, { ...own, ...environment }, longest)
  return {
    folder,
    site,
    settings: readSettings(own),
    run,
    done: async (args, environment) => {
      const ran = await run(args, environment)
      if (ran.code === 0) return ran
      throw new Error(`expected zebian ${args.join(' ')} to succeed, found code ${ran.code}:\n${ran.out}${ran.err}`)
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A command that hangs is killed, and its exit code is null. */
async function zebian(args: readonly string[], environment: Record<string, string>, longest: number): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['tools/zebian.mjs', ...args], {
    cwd: ROOT,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
  })
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)]
  const [code]: unknown[] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, out: await out, err: await err }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Every file of a folder by its path, with `/` between segments; a folder that is not there holds none. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, Buffer>()
  // One after the other: a large archive has more files than a process may open.
  for (const path of paths.toSorted()) files.set(relative(folder, path).split(sep).join('/'), await readFile(path))
  return files
}

/** What differs between two folders, by path: empty when every byte is the same. */
export function differencesOf(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
    const [a, b] = [one.get(path), other.get(path)]
    return a === undefined || b === undefined || !a.equals(b)
  })
}
