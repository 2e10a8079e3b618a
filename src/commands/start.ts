/**
 * `zebian start`: everything on one machine, from nothing: lake, Studio and site, and a build whenever an editor publishes.
 *
 *   zebian start  →  Loaded the sample: 93 documents.
 *                    Built 93 pages into _site.
 *
 *                      编辑台  http://localhost:3333/sign-in?token=…
 *                      内容库  http://localhost:3333
 *                      网站    http://localhost:8080/
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDoor, type Door } from '../client.ts'
import { serveLake } from '../lake/serve.ts'
import { makeRelease } from '../publish/make.ts'
import { serveSite } from '../publish/site/serve.ts'
import { rebuilder, type Rebuilder } from '../publish/rebuild.ts'
import type { Settings } from '../settings.ts'
import { describeMade, openPress } from './press.ts'
import { isEmpty, loadSample } from './sample.ts'
import { buildStudio, STUDIO_PATH, studioFiles } from './studio.ts'
import { lakeToken } from './token.ts'

export async function startCommand(settings: Settings): Promise<void> {
  const door = openDoor(settings)
  const opened: Closing[] = [{ close: () => door.close() }]
  try {
    await open(settings, door, opened)
    await stopSignal()
  } finally {
    // Also when a port was taken: whatever stays open would keep the command from ending.
    for (const one of opened.toReversed()) await one.close()
  }
}

interface Closing {
  close(): void | Promise<void>
}

/**
 * The lake first: after a restart editors at their desks wait for nothing else. The site that stands is served while the next is
 * built; only where there is none yet does its address wait for the build.
 */
async function open(settings: Settings, door: Door, opened: Closing[]): Promise<void> {
  const { folder, port } = settings.site
  if (door.lake !== undefined && (await isEmpty(door)))
    console.log(`Loaded the sample: ${await loadSample(door)} documents.`)
  const rebuild = rebuilder(() => buildOnce(settings, door))
  opened.push({ close: () => rebuild.settled() })
  const desk = await openDesk(door, settings, rebuild)
  if (desk !== undefined) opened.push(desk)
  const stood = desk !== undefined && existsSync(folder)
  if (!stood) await firstBuild(settings, door)
  const site = await serveSite(folder, port)
  opened.push(site)
  console.log(`\n${desk?.lines ?? ''}  网站    ${site.url}\n\nCtrl-C stops.`)
  if (stood) rebuild.want()
}

/** A newsroom whose lake holds no article yet, or a broken one, mends it at the desk: with a desk to open, a failed build is only said. */
async function firstBuild(settings: Settings, door: Door): Promise<void> {
  try {
    await buildOnce(settings, door)
  } catch (error) {
    if (door.lake === undefined) throw error
    console.error(`Not built yet: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function buildOnce(settings: Settings, door: Door): Promise<{ pages: number }> {
  const made = await makeRelease(await openPress(settings, door), { reason: 'start', announced: {} })
  for (const line of describeMade(made, settings.site.folder)) console.log(line)
  return made
}

interface Desk extends Closing {
  lines: string
}

/** Lake and Studio on one port; nothing where the documents live in hosted Sanity, whose Studio is Sanity's to serve. */
async function openDesk({ lake }: Door, settings: Settings, rebuild: Rebuilder): Promise<Desk | undefined> {
  if (lake === undefined) return undefined
  const studio = await buildStudio()
  const live = (): Promise<string | undefined> =>
    readFile(join(settings.site.folder, 'live.json'), 'utf8').catch(noneYet)
  const fallback = studio === undefined ? undefined : studioFiles(studio, live)
  const served = await serveLake(lake, {
    port: settings.lake.port,
    token: lakeToken(settings.lake),
    studioPath: `${STUDIO_PATH}/`,
    ...(fallback === undefined ? {} : { fallback }),
  })
  // Drafts are written with every keystroke and stand on no page.
  const unsubscribe = lake.subscribe(({ ids }) => {
    if (ids.some((id) => !id.startsWith('drafts.'))) rebuild.want()
  })
  const desk = studio === undefined ? '  编辑台  （未安装：运行 npm ci 后再启动）' : `  编辑台  ${served.signIn}`
  return {
    lines: `${desk}\n  内容库  ${served.url}\n`,
    close: async () => {
      unsubscribe()
      await served.close()
    },
  }
}

/** Before the first build, and for an instant between two, there is none. */
const noneYet = (): undefined => undefined

/** Resolves at the first Ctrl-C or `kill`. */
export function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
}
