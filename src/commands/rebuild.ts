/**
 * `zebian rebuild FOLDER`: from a bag to a lake and a site that are what they were, revision by revision.
 *
 *   zebian rebuild out  →  verifies the bag, fills an empty embedded lake, builds the site
 *
 * A document keeps its revision, because a revision is the name of its transaction and a transaction's name may be given. First all
 * documents are filed with weak references, for they may refer to each other in a ring; then each in its final form.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { Door } from '../client.ts'
import { differences, parseManifest, type Hashed } from '../formats/bag.ts'
import { imageOfFile, weakened, withImages } from '../formats/openData.ts'
import type { Versions } from '../store/versions.ts'
import { isEmpty } from './sample.ts'

type Document = Record<string, unknown> & { _id: string; _type: string }

/** Documents a transaction of the first filing. */
const MOST = 200

/** A door to an empty embedded lake and a bag's folder in; the lake and the articles' older versions filled. Throws naming what is not whole, before it changes anything. */
export async function fillFromBag(door: Door, folder: string, versions: Pick<Versions, 'put'>): Promise<number> {
  const documents = await readBag(folder)
  if (door.lake === undefined || !(await isEmpty(door)))
    throw new Error(
      'expected an empty embedded lake to rebuild into, found documents in it; set LAKE_FILE to a new file (lake load fills hosted Sanity)',
    )
  for (const file of await filesBelow(join(folder, 'data/images'))) await upload(door, folder, `images/${file}`)
  for (const file of await filesBelow(join(folder, 'data/versions')))
    versions.put(basename(file, '.json'), await readFile(join(folder, 'data/versions', file), 'utf8'))
  for (let from = 0; from < documents.length; from += MOST) {
    const transaction = door.client.transaction()
    for (const document of documents.slice(from, from + MOST))
      transaction.createOrReplace(documentOf(weakened(document)))
    await transaction.commit({ visibility: 'async' })
  }
  for (const [revision, together] of Map.groupBy(documents, ({ _rev }) => String(_rev))) {
    const transaction = door.client.transaction().transactionId(revision)
    for (const document of together) transaction.createOrReplace(document)
    await transaction.commit({ visibility: 'async' })
  }
  return documents.length
}

async function readBag(folder: string): Promise<Document[]> {
  const place = join(folder, 'manifest-sha256.txt')
  const manifest = existsSync(place) ? parseManifest(await readFile(place, 'utf8')) : undefined
  if (manifest === undefined)
    throw new Error(`expected a bag with a manifest-sha256.txt at ${folder}, found none; make one with zebian bag`)
  const wrong = differences(manifest, await hashed(folder))
  if (wrong.length > 0)
    throw new Error(`expected a whole bag at ${folder}, found: ${wrong.join('; ')}; take another copy`)
  const lines = (await readFile(join(folder, 'data/documents.ndjson'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => documentOf(withImages(JSON.parse(line))))
}

function documentOf(value: unknown): Document {
  if (typeof value === 'object' && value !== null && '_id' in value && '_type' in value) {
    const { _id, _type } = value
    if (typeof _id === 'string' && typeof _type === 'string') return { ...value, _id, _type }
  }
  throw new Error('expected a document with _id and _type on each line of documents.ndjson, found another value')
}

async function upload(door: Door, folder: string, file: string): Promise<void> {
  const bytes = await readFile(join(folder, 'data', file))
  const { _id } = await door.client.assets.upload('image', bytes, { filename: file.slice('images/'.length) })
  if (_id !== imageOfFile(file))
    throw new Error(
      `expected the picture ${file} to be ${imageOfFile(file)}, found ${_id}; take another copy of the bag`,
    )
}

async function hashed(folder: string): Promise<Hashed[]> {
  const files = await filesBelow(join(folder, 'data'))
  return Promise.all(
    files.map(async (file) => ({
      path: `data/${file}`,
      sha256: createHash('sha256')
        .update(await readFile(join(folder, 'data', file)))
        .digest('hex'),
    })),
  )
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}
