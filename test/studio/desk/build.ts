/**
 * The Studio's files, built by the real command; built again only when its sources have changed.
 *
 *   await buildStudio()  →  '/…/node_modules/.cache/zebian-studio/3f9a01c44e7b'   (index.html, static/…)
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const CACHE = resolve('node_modules/.cache/zebian-studio')
const SOURCES = [
  'sanity/*.{ts,json}',
  'sanity/schema/**/*',
  'sanity/studio/**/*',
  'src/{text,import,content,site}/**/*',
]

export async function buildStudio(): Promise<string> {
  const folder = resolve(CACHE, await keyOfSources())
  if (existsSync(folder)) return folder
  await mkdir(CACHE, { recursive: true })
  await forgetOld()
  const making = `${folder}.${process.pid}`
  // The Studio's own choice of environment must not reach the one under test.
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SANITY_STUDIO_')))
  const { NODE_ENV: _, ...environment } = clean
  await run(process.execPath, [resolve('node_modules/sanity/bin/sanity'), 'build', making, '-y'], {
    cwd: 'sanity',
    env: environment,
  })
  // Another test may have built the same in the meantime; then that one stands.
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }))
  return folder
}

/** Another test may be serving yesterday's build's younger sister: only what nobody can be using is removed. */
async function forgetOld(): Promise<void> {
  const DAY = 86_400_000
  for (const name of await readdir(CACHE)) {
    const old = resolve(CACHE, name)
    if (Date.now() - (await stat(old)).mtimeMs > DAY) await rm(old, { recursive: true, force: true })
  }
}

async function keyOfSources(): Promise<string> {
  const files: string[] = []
  for (const pattern of SOURCES) {
    for await (const entry of glob(pattern, { withFileTypes: true })) {
      if (entry.isFile()) files.push(resolve(entry.parentPath, entry.name))
    }
  }
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}
