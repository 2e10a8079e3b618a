/**
 * `zebian start`: everything on one machine, from nothing: lake, Studio and site, and a release whenever an editor publishes.
 *
 *   zebian start  →  Loaded the sample: 93 documents.
 *                    Release 000001: 103 files changed, 93 pages.
 *
 *                      编辑台  http://localhost:3333/sign-in?token=…
 *                      内容库  http://localhost:3333
 *                      网站    http://localhost:8080/
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDoor, type Door } from '../client.ts'
import { STUDIO_ROOM } from '../lake/lake.ts'
import { serveLake } from '../lake/serve.ts'
import type { Status } from '../publish/publisher/status.ts'
import type { Settings } from '../settings.ts'
import { openPublishing } from './desk.ts'
import { hooksOf, secretsOf } from './hooks.ts'
import { isEmpty, loadSample } from './sample.ts'
import { buildStudio, STUDIO_PATH, studioFiles } from './studio.ts'
import { lakeToken } from './token.ts'

export async function startCommand(settings: Settings): Promise<void> {
  const door = openDoor(settings, { room: STUDIO_ROOM })
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
 * built; only where there is none yet does its address wait for the first release, or for why there is none.
 */
async function open(settings: Settings, door: Door, opened: Closing[]): Promise<void> {
  if (door.lake !== undefined && (await isEmpty(door)))
    console.log(`Loaded the sample: ${await loadSample(door)} documents.`)
  const state: State = { status: undefined }
  const desk = await openDesk(door, settings, state)
  if (desk !== undefined) opened.push(desk)
  const stood = desk !== undefined && existsSync(settings.site.folder)
  const publishing = await openPublishing(settings, door, secretsOf(settings))
  opened.push(publishing)
  state.status = () => publishing.publisher.status
  const sender = door.lake?.sendHooks(await hooksOf(settings, publishing.url))
  if (sender !== undefined) opened.push(sender)
  if (!stood) await publishing.publisher.attempted
  // A newsroom whose lake holds no article yet, or a broken one, mends it at the desk; without a desk there is nothing to wait for.
  const { release, error } = publishing.publisher.status
  if (desk === undefined && release === undefined) throw new Error(error)
  console.log(`\n${desk?.lines ?? ''}  网站    ${publishing.url}\n\nCtrl-C stops.`)
}

/** The desk opens before there is anything to tell of. */
interface State {
  status: (() => Status) | undefined
}

interface Desk extends Closing {
  lines: string
}

/** Lake and Studio on one port; nothing where the documents live in hosted Sanity, whose Studio is Sanity's to serve. */
async function openDesk({ lake }: Door, settings: Settings, state: State): Promise<Desk | undefined> {
  if (lake === undefined) return undefined
  const studio = await buildStudio()
  const live = (name: string): Promise<string | undefined> =>
    name === 'publish.json'
      ? Promise.resolve(JSON.stringify(state.status?.()))
      : readFile(join(settings.site.folder, name), 'utf8').catch(noneYet)
  const fallback = studio === undefined ? undefined : studioFiles(studio, live)
  const served = await serveLake(lake, {
    port: settings.lake.port,
    token: lakeToken(settings.lake),
    studioPath: `${STUDIO_PATH}/`,
    ...(fallback === undefined ? {} : { fallback }),
  })
  const desk = studio === undefined ? '  编辑台  （未安装：运行 npm ci 后再启动）' : `  编辑台  ${served.signIn}`
  return {
    lines: `${desk}\n  内容库  ${served.url}\n`,
    close: () => served.close(),
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
