/**
 * Our build as a contender: the store brought to where the lake is, then pages drawn into a folder.
 *
 *   node bench/ours.ts LAKE STORE FOLDER direct pages      the same pages as floor and Nunjucks print
 *   node bench/ours.ts LAKE STORE FOLDER eleventy pages    the same through Eleventy
 *   node bench/ours.ts LAKE STORE FOLDER direct readers    every page and the search index, without the files that only machines read
 *   node bench/ours.ts LAKE STORE FOLDER direct all        every file of the site: calendars, other forms, feeds, the search index
 *   node bench/ours.ts - STORE FOLDER direct pages         without a look at the lake
 *
 * The builder's own functions (src/build), without the gates that a release is held at; compiled code is kept as the command line
 * keeps it (tools/zebian.mjs).
 */
import { enableCompileCache } from 'node:module'
import type { KindName } from '../src/content/kinds/all.ts'

enableCompileCache()
const { openFolder } = await import('../src/build/folder.ts')
const { placesIn } = await import('../src/build/draw.ts')
const { printerOver } = await import('../src/build/printer.ts')
const { digestOfSources } = await import('../src/build/digest.ts')
const { openStore } = await import('../src/store/store.ts')

const MACHINES = new Set<KindName>(['form', 'package', 'feed', 'sitemap', 'ledger', 'guide', 'live'])
const SAME = new Set<KindName>(['article', 'front', 'channel', 'source', 'person', 'notFound'])

const [, , lake = '', file = '', path = '', way = '', what = ''] = process.argv
const store = openStore({ file, of: 'bench' })
if (lake !== '-') await follow(lake)
const printer = printerOver(store, await digestOfSources())
const places = placesIn(store.catalogue, undefined, what === 'pages' ? SAME : undefined)
if (way === 'eleventy') {
  const { drawWithEleventy } = await import('../src/build/eleventy.ts')
  await drawWithEleventy(path, store.catalogue, printer, places)
} else {
  const folder = openFolder(path)
  for (const place of places) {
    if (what === 'readers' && MACHINES.has(place.kind)) continue
    folder.write(place.address, printer.print(place) ?? '')
    if (what !== 'pages') printer.tell(place)
  }
  if (what !== 'pages') {
    const { searchFiles } = await import('../src/build/search.ts')
    for await (const { address, bytes } of searchFiles(printer.catalogue)) folder.write(address, bytes)
  }
  printer.settle()
}
store.close()

async function follow(lakeFile: string): Promise<void> {
  const { openDoor } = await import('../src/client.ts')
  const { readSettings } = await import('../src/settings.ts')
  const door = openDoor(readSettings({ LAKE_FILE: lakeFile }), { lookOver: false })
  await store.sync(door)
  door.close()
}
