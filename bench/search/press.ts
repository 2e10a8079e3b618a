/**
 * The search index of a file of entries, written into a folder: one process, so that its CPU and memory can be measured.
 *
 *   node bench/search/press.ts entries.json folder  →  folder/search/…, and the map of segments on the output stream
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SearchEntry } from '../../src/search/entry.ts'
import { indexFiles } from '../../src/search/make/files.ts'

const [, , file = '', folder = ''] = process.argv
const entries: SearchEntry[] = JSON.parse(readFileSync(file).toString())
const { map, files } = indexFiles(entries)
const made = new Set<string>()
for (const { address, bytes } of files) {
  const path = join(folder, address)
  const parent = dirname(path)
  if (!made.has(parent)) mkdirSync(parent, { recursive: true })
  made.add(parent)
  writeFileSync(path, bytes)
}
writeFileSync(join(folder, 'map.txt'), map)
