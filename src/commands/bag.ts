/**
 * `zebian bag FOLDER`: the archive's published parts as a bag that anyone can verify, read and rebuild from.
 *
 *   zebian bag out  →  out/bagit.txt, manifest-sha256.txt, data/documents.ndjson (Sanity's import format), data/images/…, data/versions/…,
 *                      data/schema.json
 *
 * The same archive gives the same bytes. What stands in the folder already is replaced only when it is a bag.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import schema from '../../sanity/schema.json' with { type: 'json' }
import type { Door } from '../client.ts'
import { BAG_DECLARATION, formatManifest, type Hashed } from '../formats/bag.ts'
import { extractedSchema, jsonSchema } from '../formats/jsonSchema.ts'
import { fileOfImage, filesIn, opened } from '../formats/openData.ts'
import type { KeptVersions } from '../content/versions.ts'
import { formatVersions } from '../store/versions.ts'

const DOCUMENTS = `*[_type in ["article", "channel", "profile", "site", "source"] && _id > $after] | order(_id) [0...500]`
const IMAGES = `*[_type == "sanity.imageAsset" && _id > $after] | order(_id) [0...500]{ _id, path, sha1hash }`

const INFO = `External-Description: The published parts of an archive: documents.ndjson is in the import format of Sanity
 (sanity dataset import), schema.json is a JSON Schema of its documents, images are named by the SHA-1 of their bytes.
`

/** `versions`: what the store keeps of articles' older versions; those of articles that stand are handed on. */
export async function bagCommand(door: Door, folder: string, versions: KeptVersions, now = new Date()): Promise<void> {
  await emptied(folder)
  const wanted = new Set<string>()
  const standing = new Set<string>()
  const documents = await writeDocuments(door, join(folder, 'data/documents.ndjson'), now, { wanted, standing })
  const files: Hashed[] = [documents.hashed]
  for await (const image of pages(door, IMAGES)) {
    const [file, asset] = [fileOfImage(String(image['_id'])), assetOf(image)]
    if (wanted.delete(file)) files.push(await put(folder, `data/${file}`, await door.picture(asset)))
  }
  if (wanted.size > 0)
    throw new Error(
      `expected the pictures ${[...wanted].join(', ')} in the lake, found none; upload them again in the Studio`,
    )
  const pictures = files.length - 1
  for (const id of versions.ids())
    if (standing.has(id)) files.push(await put(folder, `data/versions/${id}.json`, formatVersions(versions.of(id))))
  files.push(await put(folder, 'data/schema.json', `${JSON.stringify(jsonSchema(extractedSchema(schema)), null, 2)}\n`))
  const manifest = formatManifest(files)
  const tags = [
    await put(folder, 'bagit.txt', BAG_DECLARATION),
    await put(folder, 'bag-info.txt', INFO),
    await put(folder, 'manifest-sha256.txt', manifest),
  ]
  await put(folder, 'tagmanifest-sha256.txt', formatManifest(tags))
  console.log(`Bagged ${documents.count} documents and ${pictures} pictures in ${folder}.`)
}

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Page by page after the last id, as the site itself asks. */
async function* pages(door: Door, query: string): AsyncGenerator<Json> {
  for (let after = ''; ;) {
    const answer = await door.ask(query, { after })
    if (!Array.isArray(answer)) throw new Error(`expected a list from the lake, found ${typeof answer}; try again`)
    const found = answer.filter(isJson)
    yield* found
    const last = found.at(-1)?.['_id']
    if (found.length < 500 || typeof last !== 'string') return
    after = last
  }
}

async function writeDocuments(
  door: Door,
  path: string,
  now: Date,
  { wanted, standing }: { wanted: Set<string>; standing: Set<string> },
): Promise<{ hashed: Hashed; count: number }> {
  await mkdir(dirname(path), { recursive: true })
  const digest = createHash('sha256')
  const file = await open(path, 'w')
  let count = 0
  try {
    for await (const document of pages(door, DOCUMENTS)) {
      const shown = opened(document, now)
      if (shown === undefined) continue
      for (const image of filesIn(shown)) wanted.add(image)
      if (shown['withdrawn'] === undefined) standing.add(String(shown['_id']))
      const line = `${JSON.stringify(shown)}\n`
      digest.update(line)
      await file.write(line)
      count += 1
    }
  } finally {
    await file.close()
  }
  return { hashed: { path: 'data/documents.ndjson', sha256: digest.digest('hex') }, count }
}

async function put(folder: string, path: string, content: string | Uint8Array): Promise<Hashed> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content)
  return { path, sha256: createHash('sha256').update(content).digest('hex') }
}

const assetOf = ({ path, sha1hash }: Json): { path: string; sha1hash: string | null } => ({
  path: String(path),
  sha1hash: typeof sha1hash === 'string' ? sha1hash : null,
})

async function emptied(folder: string): Promise<void> {
  const there = existsSync(folder) ? await readdir(folder) : []
  if (there.length > 0 && !there.includes('bagit.txt'))
    throw new Error(
      `expected an empty folder or a bag at ${folder}, found ${there.length} other files; name another folder`,
    )
  for (const name of there) await rm(join(folder, name), { recursive: true })
}
