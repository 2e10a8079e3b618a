/**
 * `zebian start`: everything on one machine, from nothing: the sample when the lake is empty, a build, a site to look at.
 *
 *   zebian start  →  Loaded the sample: 71 documents.
 *                    Built 61 pages into _site.
 *                    网站 http://localhost:8080/   (Ctrl-C stops)
 */
import { openDoor } from '../client.ts'
import { buildSite } from '../publish/build.ts'
import { serveSite } from '../publish/serve.ts'
import type { Settings } from '../settings.ts'
import { isEmpty, loadSample } from './sample.ts'

export async function startCommand(settings: Settings): Promise<void> {
  if (settings.hosted === undefined) await fillEmptyLake(settings)
  const { pages } = await buildSite(settings.site.folder)
  console.log(`Built ${pages} pages into ${settings.site.folder}.`)
  const site = await serveSite(settings.site.folder, settings.site.port)
  console.log(`\n  网站  ${site.url}\n\nCtrl-C stops.`)
  await stopSignal()
  await site.close()
}

async function fillEmptyLake(settings: Settings): Promise<void> {
  const door = openDoor(settings)
  try {
    if (await isEmpty(door)) console.log(`Loaded the sample: ${await loadSample(door)} documents.`)
  } finally {
    door.close()
  }
}

/** Resolves at the first Ctrl-C or `kill`. */
export function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
}
