/**
 * The real Studio, built by the real command, served with a lake of its own for a browser, and the site built from the same lake.
 *
 *   const studio = await openStudio()
 *   await page.goto(studio.signIn)       the editor is signed in, the Studio opens
 *   await studio.build()                 →  Map { '2023/0418/article-….html' → Buffer, … }
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { createClient, type SanityClient } from '@sanity/client'
import { openLake } from '../../../src/lake/lake.ts'
import { serveLake } from '../../../src/lake/serve.ts'
import { openPaper, readFolder, ROOT } from '../../site/zebian.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export interface Studio {
  url: string
  signIn: string
  client: SanityClient
  /** The site as the command line builds it now: files by path. */
  build(): Promise<Map<string, Buffer>>
  close(): Promise<void>
}

export async function openStudio(): Promise<Studio> {
  const folder = await mkdtemp(join(tmpdir(), 'zebian-studio-'))
  const paper = await openPaper()
  await paper.done(['sample'])
  await promisify(execFile)(process.execPath, ['../node_modules/sanity/bin/sanity', 'build', folder, '--yes'], {
    cwd: join(ROOT, 'sanity'),
  })
  const lake = openLake({ file: paper.settings.lake.file })
  const served = await serveLake(lake, {
    port: 0,
    studioPath: '/studio/',
    fallback: (request) => fileOf(folder, new URL(request.url).pathname),
  })
  const client = createClient({
    projectId: 'zebian',
    dataset: 'production',
    apiHost: served.url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    token: served.token,
  })
  return {
    url: served.url,
    signIn: served.signIn,
    client,
    build: async () => {
      await paper.done(['build'])
      return readFolder(paper.site)
    },
    close: async () => {
      await served.close()
      lake.close()
      await paper.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A file of the built Studio; every other path below it is an address within the Studio. */
function fileOf(folder: string, path: string): Promise<Response> | undefined {
  if (!path.startsWith('/studio')) return undefined
  const name = normalize(path.slice('/studio'.length))
  const file = extname(name) === '' ? 'index.html' : name
  return readFile(join(folder, file)).then(
    (bytes) => new Response(bytes, { headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } }),
    () => new Response('', { status: 404 }),
  )
}
