/**
 * Makes a draft a release: everything on disk first, its place in the row of releases last.
 *
 *   await sealRelease(places, '000042', draft, manifest)   →  _site.releases/000042 whole and durable, readers not yet sent to it
 *
 * Order is what a power cut tests: bytes of new files, names in every folder, manifest, then the rename that gives the release its number.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncDisk, syncFile, syncFolder } from './disk.ts'
import { abreast, type Draft } from './draft.ts'
import { writeManifest, type Manifest } from './manifest.ts'
import { folderOf, type Places } from './places.ts'

/** From so many on, one sync of the whole disk takes less time than one of each. */
const MANY = 500

export async function sealRelease(places: Places, draft: Draft, manifest: Manifest): Promise<void> {
  const { folder, changed } = draft
  const folders = await foldersIn(folder)
  if (changed.length + folders.length < MANY || !(await syncDisk(folder))) {
    await abreast(changed, (path) => syncFile(join(folder, path)))
    await abreast(folders, syncFolder)
  }
  const making = dirname(folder)
  await writeManifest(making, manifest)
  await syncFolder(making)
  await rename(making, folderOf(places, manifest.id))
  await syncFolder(places.releases)
}

/** An empty folder to build in. */
export async function openMaking(places: Places): Promise<string> {
  await rm(places.making, { recursive: true, force: true })
  const folder = join(places.making, 'site')
  // Not in one go: of a disk that can only be read, that would say that the folder above is missing.
  await mkdir(places.making)
  await mkdir(folder)
  await syncFolder(places.releases)
  await syncFolder(dirname(places.releases))
  return folder
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))]
}
