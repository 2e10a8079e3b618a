/**
 * `zebian releases`, `zebian rollback [ID]`, `zebian verify [ID]`: what is kept, back to it, and whether each byte is as it was made.
 *
 *   zebian releases       →  → 000042  2026-11-28 10:04  61 pages   3 changed
 *   zebian rollback       →  Readers have release 000041 again, in 3 ms; …
 *   zebian verify         →  000042: 67 files, every byte as it was made.
 */
import { verifyRelease } from '../publish/release/verify.ts'
import { recallManifest, type Manifest } from '../publish/release/manifest.ts'
import { ReleaseError } from '../publish/release/parts.ts'
import { currentId, folderOf, placesOf, releaseIds, type Places } from '../publish/release/places.ts'
import { readHold, rollBack } from '../publish/release/rollback.ts'
import type { Settings } from '../settings.ts'

export async function releasesCommand({ site }: Settings): Promise<void> {
  const places = placesOf(site.folder)
  const [ids, current, hold] = await Promise.all([releaseIds(places), currentId(places), readHold(places)])
  if (ids.length === 0) console.log(`No releases of ${site.folder} yet: npm run build makes the first.`)
  let before: Manifest | undefined
  for (const id of ids) {
    const manifest = await recallManifest(folderOf(places, id))
    console.log(`${id === current ? '→' : ' '} ${id}  ${formatRelease(manifest, before)}`)
    before = manifest
  }
  if (hold !== undefined)
    console.log(`Held at ${hold.to} since ${minute(hold.at)}: publishing goes on with npm run zebian -- publish`)
}

const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

function formatRelease({ madeAt, pages, files, quarantined }: Manifest, before: Manifest | undefined): string {
  const changed = before === undefined ? [] : [...files.differing(before.files)].filter(isOther(files, before.files))
  const refused = quarantined.length === 0 ? '' : `  ${quarantined.length} in quarantine`
  return `${minute(madeAt)}  ${pages} pages${before === undefined ? '' : `  ${changed.length} changed`}${refused}`
}

const isOther =
  (files: Manifest['files'], before: Manifest['files']) =>
  (path: string): boolean =>
    files.has(path) && files.get(path)?.sha256 !== before.get(path)?.sha256

export async function rollbackCommand({ site }: Settings, id: string | undefined): Promise<void> {
  const started = performance.now()
  const { from, to } = await rollBack(placesOf(site.folder), id)
  const took = Math.round(performance.now() - started)
  console.log(`Readers have release ${to} in place of ${from}, in ${took} ms.`)
  console.log('Nothing newer goes live by itself now; npm run zebian -- publish goes on.')
}

/** Exit code 1 when a byte differs. */
export async function verifyCommand({ site }: Settings, id: string | undefined): Promise<number> {
  const places = placesOf(site.folder)
  const ids = await chosen(places, id)
  let wrong = 0
  for (const one of ids) {
    const problems = await verifyRelease(places, one)
    wrong += problems.length
    for (const problem of problems) console.error(`${one}: ${problem}`)
    if (problems.length > 0) continue
    const { files } = await recallManifest(folderOf(places, one))
    console.log(`${one}: ${files.size} files, every byte as it was made.`)
  }
  return wrong === 0 ? 0 : 1
}

async function chosen(places: Places, id: string | undefined): Promise<string[]> {
  const ids = await releaseIds(places)
  const found = id === undefined ? ids : ids.filter((one) => Number(one) === Number(id))
  if (found.length > 0) return found
  throw new ReleaseError(
    `expected ${id === undefined ? 'a release' : `release ${id}`} of ${places.link}, found ${ids.join(', ') || 'none'}; build the site first (npm run build)`,
  )
}
