/**
 * `zebian hosting FOLDER`: the site as a web server wants it: files with their compressed siblings, and each server's configuration.
 *
 *   FOLDER/site/…html, ….html.br, ….html.gz, _headers, _redirects, speculation.json
 *   FOLDER/nginx-http.conf, nginx-server.conf, Caddyfile
 *
 * The folder is made anew each time; the release that it was copied from is not touched.
 */
import { cp, glob, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { caddyFile } from '../hosting/caddy.ts'
import { netlifyFiles } from '../hosting/netlify.ts'
import { nginxFiles } from '../hosting/nginx.ts'
import { planOf, SPECULATION, speculationRules } from '../hosting/plan.ts'
import { recallManifest } from '../publish/release/manifest.ts'
import type { Settings } from '../settings.ts'
import { SHEETS } from '../site/styles/sheet.ts'

const TEXT = '**/*.{html,json,xml,txt,js,svg}'
/** Below this a compressed sibling saves no packet. */
const LEAST = 1000

export async function hostingCommand({ site }: Settings, folder: string): Promise<void> {
  const release = await realpath(site.folder).catch(() => undefined)
  if (release === undefined)
    throw new Error(`expected a built site at ${site.folder}, found none; build it first: npm run build`)
  const { redirects, tombstones } = await recallManifest(dirname(release))
  const plan = planOf({ styles: SHEETS, moved: Object.fromEntries(redirects.entries()), gone: tombstones })
  const target = resolve(folder)
  const root = join(target, 'site')
  await rm(root, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  await cp(release, root, { recursive: true })
  await writeFile(join(root, SPECULATION.slice(1)), speculationRules())
  const netlify = netlifyFiles(plan)
  for (const address of netlify.without) await rm(join(root, address), { force: true })
  for (const [page, copy] of netlify.copies) await cp(join(root, page), join(root, copy))
  let compressed = 0
  for await (const path of glob(TEXT, { cwd: root })) compressed += await compress(join(root, path))
  const nginx = nginxFiles(plan, root)
  const files = {
    'site/_headers': netlify.headers,
    'site/_redirects': netlify.redirects,
    'nginx-http.conf': nginx.http,
    'nginx-server.conf': nginx.server,
    Caddyfile: caddyFile(plan, root),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(target, name), text)
  console.log(
    `Wrote ${root} (${compressed} files with compressed siblings) and the configuration of nginx and Caddy into ${target}.`,
  )
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Best compression: done once, sent many times. */
async function compress(path: string): Promise<number> {
  const bytes = await readFile(path)
  if (bytes.length < LEAST) return 0
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await writeFile(`${path}.br`, await brotli(bytes, { params }))
  await writeFile(`${path}.gz`, await gzipped(bytes, { level: 9 }))
  return 1
}
