/**
 * The Studio's files: built by Sanity's own command when its sources have changed, and handed out on the lake's port.
 *
 *   const folder = await buildStudio()   →  '…/.zebian/studio/3f9a01c44e7b'; undefined where the Studio is not installed
 *   const answer = studioFiles(folder, live)   →  (request) => Response for /studio/…, undefined for everything else
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const STUDIO_PATH = '/studio'
/** What stands on the site, month by month, and how publishing stands. */
const TOLD = /^(?:live\/\d{4}-\d{2}|publish)\.json$/u
const BUILT = resolve('.zebian/studio')
const COMMAND = resolve('node_modules/sanity/bin/sanity')
/** What the Studio is made of: itself, and the pure rooms that draw its preview and read what is pasted. */
const SOURCES = [
  'sanity/*.{ts,json}',
  'sanity/schema/**/*',
  'sanity/studio/**/*',
  'src/{text,import,content,site}/**/*',
]
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** Builds into a folder named by the digest of the sources, so that an unchanged Studio is built once. About 10 s. */
export async function buildStudio(): Promise<string | undefined> {
  if (!existsSync(COMMAND)) return undefined
  const folder = join(BUILT, await digestOfSources())
  if (existsSync(folder)) return folder
  await mkdir(BUILT, { recursive: true })
  await forgetOld()
  const making = `${folder}.${process.pid}`
  await buildInto(making, 'sanity')
  // Another start may have built the same in the meantime; then that one stands.
  await rename(making, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error
    return rm(making, { recursive: true, force: true })
  })
  return folder
}

/** The Studio of a folder with Sanity's settings in it, for the embedded lake. */
export async function buildInto(folder: string, cwd: string): Promise<void> {
  // Vitest's or a shell's NODE_ENV would make a Studio for developers, and settings of a hosted Studio one for another lake.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('SANITY_STUDIO_')),
  )
  await run(process.execPath, [COMMAND, 'build', folder, '-y'], { cwd, env })
}

/** Another start may be serving an older Studio at this moment: only what is a day old is removed. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(BUILT)) {
    const { mtimeMs } = await stat(join(BUILT, name))
    if (Date.now() - mtimeMs > 86_400_000) await rm(join(BUILT, name), { recursive: true, force: true })
  }
}

async function digestOfSources(): Promise<string> {
  const files: string[] = []
  for (const pattern of SOURCES) {
    for await (const entry of glob(pattern, { withFileTypes: true }))
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}

/**
 * A built Studio in; what answers its addresses out. Addresses inside the app that are no files lead to its one page.
 *
 * `live` gives the files that say which revisions stand on the site and how publishing stands, undefined while there are none: the Studio
 * asks for them at its own address, so that it need not know where the site is and a site that is not there yet is no error.
 */
export function studioFiles(
  folder: string,
  live: (name: string) => Promise<string | undefined>,
): (request: Request) => Promise<Response> | undefined {
  return (request) => {
    const { pathname } = new URL(request.url)
    const told = pathname.slice(STUDIO_PATH.length + 1)
    if (pathname.startsWith(`${STUDIO_PATH}/`) && TOLD.test(told)) return live(told).then(sendLive)
    if (pathname === '/')
      return Promise.resolve(new Response(null, { status: 302, headers: { location: `${STUDIO_PATH}/` } }))
    return pathname === STUDIO_PATH || pathname.startsWith(`${STUDIO_PATH}/`) ? sendFile(folder, pathname) : undefined
  }
}

function sendLive(body: string | undefined): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return new Response(body ?? 'null', { headers })
}

async function sendFile(folder: string, pathname: string): Promise<Response> {
  const asked = resolve(folder, `.${decodeURIComponent(pathname.slice(STUDIO_PATH.length)) || '/'}`)
  const inside = asked.startsWith(folder + sep) && (await stat(asked).catch(() => undefined))?.isFile() === true
  const file = inside ? asked : join(folder, 'index.html')
  const cache = inside && file.includes(`${sep}static${sep}`) ? 'max-age=31536000, immutable' : 'no-cache'
  const headers = {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  }
  return new Response(await readFile(file), { headers })
}
