/**
 * `zebian lake export FILE` and `zebian lake load FILE`: a whole lake out and in, by Sanity's own libraries.
 *
 *   zebian lake export backup.tar.gz  →  every document and asset of the embedded lake, or of hosted Sanity by settings
 *   zebian lake load backup.tar.gz    →  the same into whichever lake the settings name; .ndjson and folders load too
 *
 * Sanity's command line has no option for another host, its libraries do.
 */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { openDoor } from '../client.ts'
import { serveLake } from '../lake/serve.ts'
import type { Settings } from '../settings.ts'

export async function exportCommand(settings: Settings, file: string): Promise<void> {
  // Loaded when it is wanted: a build would pay for it at every start. Likewise below.
  const { exportDataset } = await import('@sanity/export')
  await withServedClient(settings, async (client) => {
    const { documentCount, assetCount } = await exportDataset({
      client,
      dataset: client.config().dataset ?? 'production',
      outputPath: resolve(file),
      assets: true,
      compress: true,
    })
    console.log(`Exported ${documentCount} documents and ${assetCount} assets to ${file}.`)
  })
}

export async function loadCommand(settings: Settings, file: string): Promise<void> {
  if (!existsSync(file))
    throw new Error(`expected a .tar.gz, an .ndjson or a folder at ${file}, found nothing; check the path`)
  const { sanityImport } = await import('@sanity/import')
  await withServedClient(settings, async (client) => {
    const source = statSync(file).isDirectory() ? resolve(file) : createReadStream(file)
    const { numDocs, warnings } = await sanityImport(source, {
      client,
      operation: 'createOrReplace',
      assetsBase: resolve(dirname(file)),
    })
    for (const { message } of warnings) console.error(`load: ${message}`)
    console.log(`Loaded ${numDocs} documents from ${file}.`)
  })
}

/**
 * The libraries download assets over HTTP, at the address that the asset documents carry; so the embedded lake is put behind its own
 * port while they work.
 */
async function withServedClient(settings: Settings, work: (client: SanityClient) => Promise<void>): Promise<void> {
  const door = openDoor(settings)
  if (door.lake === undefined) return work(door.client)
  const served = await serveLake(door.lake, { port: settings.lake.port })
  const { projectId, dataset, apiVersion } = door.client.config()
  try {
    const over = { apiHost: served.url, useProjectHostname: false, useCdn: false, token: served.token }
    await work(
      createClient({ projectId: projectId ?? 'zebian', dataset: dataset ?? 'production', apiVersion, ...over }),
    )
  } finally {
    await served.close()
    door.close()
  }
}
