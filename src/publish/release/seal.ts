/**
 * Makes a draft a release: everything on disk first, its place in the row of releases last.
 *
 *   await sealRelease(places, draft, manifest, previous)   →  _site.releases/000042 whole and durable, readers not yet sent to it
 *
 * Order is what a power cut tests: bytes of new files, names in every folder, manifest, then the rename that gives the release its number.
 */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncDisk, syncFile, syncFolder } from './disk.ts'
import { abreast, type Draft, type Previous } from './draft.ts'
import { writeManifest, type Manifest } from './manifest.ts'
import { folderOf, type Places } from './places.ts'

/** From so many on, one sync of the whole disk takes less time than one of each. */
const MANY = 500

export async function sealRelease(
  places: Places,
  draft: Draft,
  manifest: Manifest,
  previous: Previous | undefined,
): Promise<void> {
  const { folder, changed, loose } = draft
  const folders = loose === undefined ? await foldersIn(folder) : await foldersOf(folder, loose)
  if (changed.length + folders.length < MANY || !(await syncDisk(folder))) {
    await abreast(changed, (path) => syncFile(join(folder, path)))
    await abreast(folders, syncFolder)
  }
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

/** Those that names were put into or taken out of; one that went with its last file has its parent among them. */
async function foldersOf(folder: string, paths: Iterable<string>): Promise<string[]> {
  const above = new Set(['/'])
  for (const path of paths) for (let at = dirname(path); !above.has(at); at = dirname(at)) above.add(at)
  const there: string[] = []
  await abreast([...above], async (at) => {
    const found = await stat(join(folder, at)).catch(() => undefined)
    if (found?.isDirectory() === true) there.push(join(folder, at))
  })
  return there
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))]
}
