/**
 * Releases that stand in the row, as this process remembers or reads them.
 *
 *   await readPrevious(places)     →  { folder: '…/000042/site', manifest } that readers have; undefined: none, or none that is whole
 *   await olderManifests(places)   →  the manifests of all that can be read
 */
import type { Previous } from './draft.ts'
import { recallManifest, type Manifest } from './manifest.ts'
import { ReleaseError } from './parts.ts'
import { currentId, folderOf, pagesOf, releaseIds, type Places } from './places.ts'

/** Undefined too where it cannot be read: then every page is drawn, and the new release takes its place. */
export async function readPrevious(places: Places): Promise<Previous | undefined> {
  const id = await currentId(places)
  const manifest = id === undefined ? undefined : await manifestAt(places, id)
  return id === undefined || manifest === undefined ? undefined : { folder: pagesOf(places, id), manifest }
}

/** Of every kept release that can be read: what was deleted may have stood in any of them. */
export async function olderManifests(places: Places): Promise<Manifest[]> {
  const all = await Promise.all((await releaseIds(places)).map((id) => manifestAt(places, id)))
  return all.filter((manifest) => manifest !== undefined)
}

const manifestAt = (places: Places, id: string): Promise<Manifest | undefined> =>
  recallManifest(folderOf(places, id)).catch((error: unknown) => {
    if (!(error instanceof ReleaseError)) throw error
    console.error(`Release ${id} is not whole, and is replaced by the next: ${error.message}`)
    return undefined
  })
