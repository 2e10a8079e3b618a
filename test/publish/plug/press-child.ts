/**
 * Receiver, queue, publisher and readers' server on a port, to be killed: `node press-child.ts FOLDER PORT LAKE-URL SECRET`.
 *
 * Everything is the product's own but for the builder, which prints a small page for each article in place of Eleventy: a thousand
 * restarts must not each wait for it. Each page says its number and its release's first and last, so that a reader sees a mixed one.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openDoor } from '../../../src/client.ts'
import type { Builder } from '../../../src/publish/builder.ts'
import { makeRelease } from '../../../src/publish/make.ts'
import { CLOCK } from '../../../src/publish/publisher/clock.ts'
import { Publisher } from '../../../src/publish/publisher/publisher.ts'
import { Watch } from '../../../src/publish/publisher/watch.ts'
import { openQueue } from '../../../src/publish/receive/queue.ts'
import { receiver } from '../../../src/publish/receive/receive.ts'
import { readManifest } from '../../../src/publish/release/manifest.ts'
import { currentId, folderOf, placesOf } from '../../../src/publish/release/places.ts'
import { readHold } from '../../../src/publish/release/rollback.ts'
import { Table } from '../../../src/publish/release/table.ts'
import { serveSite } from '../../../src/publish/site/serve.ts'
import { readSettings } from '../../../src/settings.ts'

const [folder = '', port = '0', lake = '', secret = ''] = process.argv.slice(2)
const door = openDoor(readSettings({ SANITY_PROJECT_ID: 'zebian', SANITY_API_HOST: lake, SANITY_TIMEOUT: '2000' }))
const places = placesOf(join(folder, 'site'))

interface Sheet {
  _id: string
  _rev: string
  _updatedAt: string
  n: number
}
const isSheet = (one: unknown): one is Sheet => typeof one === 'object' && one !== null && '_id' in one && 'n' in one

const builder: Builder = async ({ folder: into }) => {
  const answer = await door.ask('*[_type == "article"] | order(_id) { _id, _rev, _updatedAt, n }')
  if (!Array.isArray(answer) || !answer.every(isSheet)) throw new Error('expected articles of the lake, found none')
  const sum = answer.reduce((all, { n }) => all + n, 0)
  const page = (body: string): string =>
    `<!doctype html><html lang="zh-Hans"><head><title>${sum}</title></head><body>${body}<p>${sum}</p></body></html>\n`
  const files: Record<string, string> = { '/index.html': page(`<i>${sum}</i>`), '/404.html': page('') }
  for (const { _id, n } of answer)
    files[`/a/${_id}.html`] =
      `<!doctype html><html lang="zh-Hans"><head><title>${n}</title></head><body>${'字'.repeat(2_000)}<p>${n}</p></body></html>\n`
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(into, path)), { recursive: true })
    await writeFile(join(into, path), text)
  }
  return {
    template: 'plug',
    documents: Table.of(answer.map(({ _id, _rev, _updatedAt }) => [_id, [_rev, _updatedAt]])),
    pages: Object.fromEntries(answer.map(({ _id }) => [`/a/${_id}.html`, _id])),
    quarantined: [],
    tombstones: [],
    redirects: Table.of([]),
    credits: () => undefined,
  }
}

const queue = openQueue(places.queue)
const options = {
  queue,
  ask: door.ask,
  clock: CLOCK,
  say: () => {},
  hold: () => readHold(places),
  live: async () => {
    const id = await currentId(places)
    return id === undefined ? undefined : readManifest(folderOf(places, id))
  },
}
const press = { places, builder, kept: 3, secrets: {}, stillThere: () => Promise.resolve([]), now: () => new Date() }
const publisher = new Publisher({ ...options, make: (want) => makeRelease(press, want, { stays: true }) })
const receive = receiver({ secrets: [secret], queue, now: () => new Date(), arrived: () => publisher.heard() })
await serveSite(places.link, Number(port), { routes: { '/hooks/publish': receive } })
// As good as never: what arrives must arrive by its hook, or by the look at boot.
const watch = new Watch(publisher, { ...options, interval: 3_600_000 })
publisher.want('start')
console.log(`ready: ${watch.constructor.name}`)
