/**
 * `zebian sample`: loads the invented paper that comes with the project into the lake.
 *
 *   await loadSample(door)  →  71   (documents; pictures are uploaded first)
 *
 * By Sanity's own importer, from its own format, so that the same file loads into a hosted dataset too.
 */
import { createReadStream } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Door } from '../client.ts'

const SAMPLE = 'sanity/sample.ndjson'

export async function loadSample({ client }: Door): Promise<number> {
  // Loaded when it is wanted: a build would pay for it at every start.
  const { sanityImport } = await import('@sanity/import')
  const { numDocs, warnings } = await sanityImport(createReadStream(SAMPLE), {
    client,
    operation: 'createOrReplace',
    assetsBase: resolve(dirname(SAMPLE)),
    // Else its pictures that the lake holds are asked for at the lake's public address, where nothing need listen; sent again, they are the same.
    replaceAssets: true,
  })
  for (const { message } of warnings) console.error(`sample: ${message}`)
  return numDocs
}

/** Whether nothing has been written into the lake yet. */
export async function isEmpty(door: Door): Promise<boolean> {
  return (await door.ask('count(*[!(_type match "system.**")])')) === 0
}
