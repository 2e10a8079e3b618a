/**
 * Makes a draft a release: everything on disk first, its place in the row of releases last.
 *
 *   await sealRelease(places, draft, manifest, previous)   →  _site.releases/000042 whole and durable, readers not yet sent to it
 *
 * Order is what a power cut tests: bytes of new files, names in every folder, manifest, then the rename that gives the release its number.
 */
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from './disk.ts'
import type { Draft, Previous } from './draft.ts'
import { syncTree } from './durable.ts'
import { writeManifest, type Manifest } from './manifest.ts'
import { folderOf, type Places } from './places.ts'

export async function sealRelease(
  places: Places,
  draft: Draft,
  manifest: Manifest,
  previous: Previous | undefined,
): Promise<void> {
  const { folder, changed, loose, written, synced } = draft
  const here = synced === undefined ? changed : changed.filter((path) => written?.has(path) !== true)
  await Promise.all([synced?.(), syncTree(folder, here, loose)])
  const making = dirname(folder)
  await writeManifest(making, manifest, previous === undefined ? undefined : dirname(previous.folder))
  await syncFolder(making)
  await rename(making, folderOf(places, manifest.id))
  await syncFolder(places.releases)
}

/** An empty folder to build in. Its name need not be on disk before it is the release's. */
export async function openMaking(places: Places): Promise<string> {
  await rm(places.making, { recursive: true, force: true })
  const folder = join(places.making, 'site')
  // Not in one go: of a disk that can only be read, that would say that the folder above is missing.
  await mkdir(places.making)
  await mkdir(folder)
  return folder
}
