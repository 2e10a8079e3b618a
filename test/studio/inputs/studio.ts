/**
 * The real Studio, built by the real command, served with a lake of its own for a browser, and the site built from the same lake.
 *
 *   const studio = await openStudio()
 *   await page.goto(studio.signIn)       the editor is signed in, the Studio opens
 *   await studio.build()                 →  Map { '2023/0418/article-….html' → Buffer, … }
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { buildStudio, studioFiles, STUDIO_PATH } from '../../../src/commands/studio.ts'
import { openLake } from '../../../src/lake/lake.ts'
import { serveLake } from '../../../src/lake/serve.ts'
import { openPaper, readFolder } from '../../site/zebian.ts'

export interface Studio {
  url: string
  signIn: string
  client: SanityClient
  /** The site as the command line builds it now: files by path. */
  build(): Promise<Map<string, Buffer>>
  close(): Promise<void>
}

export async function openStudio(): Promise<Studio> {
  const paper = await openPaper()
  await paper.done(['sample'])
  const folder = await buildStudio()
  if (folder === undefined) throw new Error('expected the Studio installed, found none; run npm ci')
  const lake = openLake({ file: paper.settings.lake.file })
  const served = await serveLake(lake, {
    port: 0,
    studioPath: `${STUDIO_PATH}/`,
    fallback: studioFiles(folder, (name) => readFile(join(paper.site, name), 'utf8').catch(() => undefined)),
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
    },
  }
}
