/**
 * Everything that keeps a site published, on one port: the door for hooks, the publisher, the readers' pages, health and figures.
 *
 *   const running = await openPublishing(settings, door)
 *     →  { url: 'http://localhost:8080/', secret: '…', publisher, close }
 *
 * /hooks/publish   signed hooks        /publish.json   how publishing stands, for the Studio's badge
 * /health          200 or 503          /metrics        figures in Prometheus's text format
 */
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import type { Door } from '../client.ts'
import { formatMetrics } from '../publish/metrics.ts'
import { CLOCK } from '../publish/publisher/clock.ts'
import { Publisher } from '../publish/publisher/publisher.ts'
import { Watch } from '../publish/publisher/watch.ts'
import { openQueue } from '../publish/receive/queue.ts'
import { receiver } from '../publish/receive/receive.ts'
import { recallManifest } from '../publish/release/manifest.ts'
import { currentId, folderOf, placesOf } from '../publish/release/places.ts'
import { readHold } from '../publish/release/rollback.ts'
import { liveIn } from '../publish/site/live.ts'
import { serveSite, type Route } from '../publish/site/serve.ts'
import { openWorkshop } from '../publish/workshop.ts'
import type { Settings } from '../settings.ts'

export const HOOK_PATH = '/hooks/publish'

export interface Publishing {
  url: string
  publisher: Publisher
  watch: Watch
  close(): Promise<void>
}

/** `secrets`: what hooks are signed with. Readers are served at once; what differs from the lake is published as soon as it can be. */
export async function openPublishing(settings: Settings, door: Door, secrets: readonly string[]): Promise<Publishing> {
  const places = placesOf(settings.site.folder)
  const workshop = openWorkshop(places, () => fork(resolve('tools/zebian.mjs'), ['press'], { execArgv: FLAGS }))
  const queue = openQueue(places.queue)
  const live = async () => {
    const id = await currentId(places)
    return id === undefined ? undefined : recallManifest(folderOf(places, id))
  }
  const shared = { live, hold: () => readHold(places), queue, ask: door.ask, clock: CLOCK, say: console.log }
  const publisher = new Publisher({ ...shared, make: workshop.make })
  const hooks = new Map<number, number>()
  const receive = receiver({
    secrets,
    queue,
    now: () => new Date(),
    arrived: () => publisher.heard(),
    answered: (status) => hooks.set(status, (hooks.get(status) ?? 0) + 1),
  })
  const site = await serveSite(settings.site.folder, settings.site.port, {
    host: settings.site.host,
    routes: {
      [HOOK_PATH]: receive,
      '/live.json': (incoming, outgoing) => {
        live()
          .then((manifest) => JSON.stringify(manifest === undefined ? null : liveIn(manifest)))
          .then((text) => send('application/json', () => ({ text }))(incoming, outgoing))
          .catch(() => outgoing.destroy())
      },
      '/publish.json': send('application/json', () => ({ text: JSON.stringify(publisher.status) })),
      '/health': send('application/json', () => ({
        status: publisher.status.release === undefined || publisher.status.state === 'failed' ? 503 : 200,
        text: `${JSON.stringify(publisher.status)}\n`,
      })),
      '/metrics': send('text/plain; version=0.0.4; charset=utf-8', () => ({
        text: formatMetrics(publisher.status, publisher.counts, hooks, new Date()),
      })),
    },
  }).catch((error: unknown) => {
    queue.close()
    throw error
  })
  publisher.want('start')
  const watch = new Watch(publisher, { ...shared, interval: settings.publish.interval })
  return {
    url: site.url,
    publisher,
    watch,
    close: async () => {
      await site.close()
      await watch.close()
      await publisher.close()
      workshop.close()
      queue.close()
    },
  }
}

/** A build makes many short-lived strings; see docs/decisions/0009. The compiler stays: this process lives long. */
const FLAGS = ['--max-semi-space-size=64']

/** Open to other origins: the Studio stands at another port, and nothing in it is a secret. */
const send =
  (type: string, make: () => { status?: number; text: string }): Route =>
  (_, outgoing) => {
    const { status = 200, text } = make()
    const open = { 'access-control-allow-origin': '*', 'cache-control': 'no-store', 'content-type': type }
    outgoing.writeHead(status, { ...open, 'content-length': Buffer.byteLength(text) }).end(text)
  }
