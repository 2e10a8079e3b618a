/**
 * Eleventy's one datum, fetched afresh for each build: every page model, and the pictures' bytes.
 *
 *   archive.articles[0].page().title  →  '把渠修到田头'
 *   archive.files[0]           →  { address: '/pictures/3f….png', base64: 'iVBOR…' }
 */
import { openDoor } from '../src/client.ts'
import { accountOf } from '../src/content/account.ts'
import { fetchDocuments } from '../src/content/documents.ts'
import { pressArchive, type Archive } from '../src/content/pages.ts'
import { siftDocuments } from '../src/content/sift.ts'
import { jobOf } from '../src/publish/job.ts'
import { readSettings } from '../src/settings.ts'

export interface File {
  address: string
  /** Eleventy takes only text from a page; `eleventy.config.ts` turns it into bytes again. */
  base64: string
}

export default async function archive(): Promise<Readonly<Archive & { files: File[] }>> {
  const door = openDoor(readSettings(process.env))
  try {
    const now = new Date()
    const job = jobOf()
    const fetched = await fetchDocuments((query, params) => door.ask(query, params))
    const { documents, refused } = siftDocuments(fetched, {
      exclude: job?.request.exclude ?? [],
      holders: holdersOf(job?.request.previous?.manifest.files ?? {}),
    })
    job?.report(accountOf(documents, refused, now))
    const pages = pressArchive(documents, now)
    const files: File[] = []
    for (const { address, asset } of pages.pictures) {
      files.push({ address, base64: Buffer.from(await door.picture(asset)).toString('base64') })
    }
    // Frozen, so that Eleventy takes it as it is: it would copy every object in it once for each of its pages' templates.
    return Object.freeze({ ...pages, files })
  } finally {
    door.close()
  }
}

const holdersOf = (files: Readonly<Record<string, { document?: string | undefined }>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([address, { document }]) => (document === undefined ? [] : [[address, document]])),
  )
