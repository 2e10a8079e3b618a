/**
 * Eleventy's one datum: the catalogue, every page's place by kind, and the pictures' bytes. A build of ours says which pages it wants of
 * Eleventy (src/build/eleventy.ts) and writes the pictures itself; Eleventy started by itself asks the lake for everything.
 *
 *   archive.places.day  →  [{ kind: 'day', key: '2024-06-02', address: '/days/2024/0602.html' }, …]
 *   archive.files[0]    →  { address: '/pictures/3f….png', base64: 'iVBOR…' }
 */
import { readFile } from 'node:fs/promises'
import { batchOf } from '../src/build/batch.ts'
import { openDoor } from '../src/client.ts'
import { breachLines } from '../src/content/breaches.ts'
import type { Catalogue } from '../src/content/catalogue.ts'
import { fetchDocuments } from '../src/content/documents.ts'
import { KIND_NAMES, openArchive, picturesOf, placesOf, type Place } from '../src/content/pages.ts'
import { siftDocuments } from '../src/content/sift.ts'
import { readSettings } from '../src/settings.ts'
import { picturesBeside } from '../src/store/pictures.ts'

export interface File {
  address: string
  /** Eleventy takes only text from a page; `eleventy.config.ts` turns it into bytes again. */
  base64: string
}

interface Archive {
  catalogue: Catalogue
  places: Record<string, Place[]>
  files: File[]
}

/** A kind that has no page yet has an empty list, or Eleventy would stumble. */
const placesByKind = (catalogue: Catalogue): Record<string, Place[]> =>
  Object.fromEntries(KIND_NAMES.map((kind) => [kind, placesOf(kind, catalogue)]))

export default async function archive(): Promise<Readonly<Archive>> {
  const batch = batchOf()
  // Frozen, so that Eleventy takes it as it is: it would copy every object in it once for each of its pages' templates.
  return Object.freeze(batch === undefined ? await everything() : { ...batch, files: [] })
}

async function everything(): Promise<Archive> {
  const settings = readSettings(process.env)
  const door = openDoor(settings)
  try {
    const fetched = await fetchDocuments((query, params) => door.ask(query, params))
    const { documents } = siftDocuments(fetched, { exclude: [], holders: {} })
    for (const line of breachLines(documents.articles)) console.error(line)
    const catalogue = openArchive(documents, new Date())
    const pictures = picturesBeside(settings.store.file)
    const files: File[] = []
    for (const file of picturesOf(catalogue)) {
      files.push({ address: file.address, base64: await readFile(await pictures.file(file, door), 'base64') })
    }
    return { catalogue, places: placesByKind(catalogue), files }
  } finally {
    door.close()
  }
}
