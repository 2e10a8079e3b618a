/**
 * A site drawn in parts, on several machines, and put together.
 *
 *   await drawShard('out-2', store, door, { shard: 2, of: 4 })    →  { files: 23410 }; out-2.json beside it says what it was made from
 *   await mergeShards(['out-1', 'out-2', 'out-3', 'out-4'], 'out')  →  { files: 93640 }: the tree that one machine would have drawn
 *
 * Parts are put together only when they are all there, each once, made from the same documents by the same sources.
 */
import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { picturesOf } from '../content/pages.ts'
import type { Source } from '../store/ask.ts'
import type { Store } from '../store/store.ts'
import { digestOfSources } from './digest.ts'
import { drawAll, type Shard } from './draw.ts'
import { openFolder } from './folder.ts'
import { printerOver } from './printer.ts'
import { searchFiles } from './search.ts'

interface Note extends Shard {
  template: string
  /** Digest of every document's id and revision. */
  documents: string
  files: number
}

/** Parts that do not belong together. */
class ShardError extends Error {
  override name = 'ShardError'
}

/** The folder is new or empty; the store is what the lake has. */
export async function drawShard(path: string, store: Store, door: Source, shard: Shard): Promise<{ files: number }> {
  const folder = openFolder(path)
  const { catalogue } = store
  const template = await digestOfSources()
  let files = drawAll(folder, catalogue, printerOver(store, template), shard)
  for await (const { address, bytes } of searchFiles(catalogue, shard)) {
    folder.write(address, bytes)
    files += 1
  }
  for (const [at, file] of picturesOf(catalogue).entries()) {
    if (at % shard.of !== shard.shard - 1) continue
    folder.link(file.address, await store.pictures.file(file, door))
    files += 1
  }
  const note: Note = { ...shard, template, documents: digestOfDocuments(store), files }
  writeFileSync(`${path}.json`, `${JSON.stringify(note)}\n`)
  return { files }
}

function digestOfDocuments({ db }: Store): string {
  const hash = createHash('sha256')
  for (const { id, rev } of db.each('SELECT id, rev FROM document ORDER BY id'))
    hash.update(`${String(id)} ${String(rev)}\n`)
  return hash.digest('hex')
}

export function mergeShards(parts: readonly string[], into: string): { files: number } {
  checkNotes(parts.map((part) => ({ part, note: noteOf(part) })))
  let files = 0
  const made = new Set<string>()
  for (const part of parts) {
    for (const entry of readdirSync(part, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const from = join(entry.parentPath, entry.name)
      const to = join(into, relative(part, from))
      if (!made.has(dirname(to))) mkdirSync(dirname(to), { recursive: true })
      made.add(dirname(to))
      put(from, to)
      files += 1
    }
  }
  return { files }
}

function put(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST')
      throw new ShardError(
        `expected each page in one part, found ${to} a second time in ${from}; merge into an empty folder`,
      )
    if (code !== 'EXDEV') throw error
    writeFileSync(to, readFileSync(from), { flag: 'wx' })
  }
}

function noteOf(part: string): Note {
  const note: Note = JSON.parse(readFileSync(`${part}.json`, 'utf8'))
  return note
}

function checkNotes(noted: readonly { part: string; note: Note }[]): void {
  const [first] = noted
  if (first === undefined) throw new ShardError('expected the folders of parts, found none; name them')
  const { of, template, documents } = first.note
  for (const { part, note } of noted) {
    if (note.of !== of || note.template !== template || note.documents !== documents)
      throw new ShardError(
        `expected parts of one build, found ${part} made from other documents or sources than ${first.part}; draw all parts from the same store`,
      )
  }
  const there = noted.map(({ note }) => note.shard).toSorted((a, b) => a - b)
  const wanted = Array.from({ length: of }, (_, at) => at + 1)
  if (there.join() !== wanted.join())
    throw new ShardError(`expected the parts ${wanted.join(', ')}, found ${there.join(', ')}; draw what is missing`)
}
