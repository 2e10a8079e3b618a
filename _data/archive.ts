/**
 * Eleventy's one datum, fetched afresh for each build: the catalogue, every page's place by kind, and the pictures' bytes.
 *
 *   archive.places.day  →  [{ kind: 'day', key: '2024-06-02', address: '/days/2024/0602.html' }, …]
 *   archive.files[0]    →  { address: '/pictures/3f….png', base64: 'iVBOR…' }
 */
import { openDoor } from '../src/client.ts'
import { accountOf } from '../src/content/account.ts'
import { breachLines } from '../src/content/breaches.ts'
import type { Catalogue } from '../src/content/catalogue.ts'
import { fetchDocuments } from '../src/content/documents.ts'
import { KIND_NAMES, openArchive, picturesOf, placesOf, type Place } from '../src/content/pages.ts'
import { entriesIn, segmentsIn } from '../src/content/searchIndex.ts'
import { siftDocuments } from '../src/content/sift.ts'
import { jobOf } from '../src/publish/job.ts'
import { lettersFile, segmentFiles, type IndexFile } from '../src/search/make/files.ts'
import { readSettings } from '../src/settings.ts'

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
  const door = openDoor(readSettings(process.env))
  try {
    const now = new Date()
    const job = jobOf()
    const fetched = await fetchDocuments((query, params) => door.ask(query, params))
    const { documents, refused } = siftDocuments(fetched, {
      exclude: job?.request.exclude ?? [],
      holders: holdersOf(job?.request.previous?.manifest.files ?? {}),
    })
    for (const line of breachLines(documents.articles)) console.error(line)
    const catalogue = openArchive(documents, now)
    job?.report(accountOf(documents, refused, catalogue, now), searchFiles(catalogue))
    const files: File[] = []
    for (const { address, asset } of picturesOf(catalogue)) {
      files.push({ address, base64: Buffer.from(await door.picture(asset)).toString('base64') })
    }
    // Frozen, so that Eleventy takes it as it is: it would copy every object in it once for each of its pages' templates.
    return Object.freeze({ catalogue, places: placesByKind(catalogue), files })
  } finally {
    door.close()
  }
}

/** The search index, a segment at a time. */
function* searchFiles(catalogue: Catalogue): Generator<IndexFile> {
  yield lettersFile()
  for (const segment of segmentsIn(catalogue)) yield* segmentFiles(segment, [...entriesIn(segment, catalogue)])
}

const holdersOf = (files: Readonly<Record<string, { document?: string | undefined }>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([address, { document }]) => (document === undefined ? [] : [[address, document]])),
  )
