/**
 * The release that has left the row of kept ones is not thrown away: the next one is made of its folder, by what differs between the two.
 *
 *   await keepSpare(places, '000037')          →  out of the row, to be had as a spare; any other spare is gone
 *   await rollForward(places, previous)        →  ['/index.html', …]: the folder that is built in now holds the previous release's files,
 *                                                 and these are the names that had to be put or taken away for it
 *   await readySpare(places, current)          →  the spare is what readers have, so that the next release finds nothing to put or take away
 *
 * Seventy thousand links cost seconds; what ten publishes have changed costs next to nothing. A spare is whole or is none: it is renamed
 * in one step, on disk before a name in it changes, and what is left of one by a process that was killed is swept away like any draft.
 */
import { linkSync, mkdirSync } from 'node:fs'
import { link, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFolder } from './disk.ts'
import { abreast, pathsIn, type Previous } from './draft.ts'
import { syncTree } from './durable.ts'
import { recallManifest, writeManifest, type Manifest } from './manifest.ts'
import { ReleaseError } from './parts.ts'
import { folderOf, pagesOf, type Places } from './places.ts'
import { openMaking } from './seal.ts'

/** A release with a file too few or too many, by whoever's hand, is no spare. Only under the lock. */
export async function keepSpare(places: Places, id: string): Promise<void> {
  await dropSpare(places)
  const aside = join(places.releases, `.making-old-${id}`)
  await rm(aside, { recursive: true, force: true })
  const isWhole = await standsWhole(places, id)
  // Out of the row of releases in one step: half a release must not look like one.
  await rename(folderOf(places, id), isWhole ? places.spare : aside)
  await rm(aside, { recursive: true, force: true })
}

/** One that no release was made of does not stay: it would hold what has been withdrawn since. */
export async function dropSpare({ releases, spare }: Places): Promise<void> {
  const aside = join(releases, '.making-old-spare')
  await rm(aside, { recursive: true, force: true })
  const isThere = await rename(spare, aside).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
      return false
    },
  )
  if (!isThere) return
  // After a power cut it must not be there again with half its files.
  await syncFolder(releases)
  await rm(aside, { recursive: true, force: true })
}

async function standsWhole(places: Places, id: string): Promise<boolean> {
  const manifest = await manifestAt(folderOf(places, id))
  if (manifest === undefined) return false
  const paths = await pathsIn(pagesOf(places, id)).catch(() => [])
  return paths.length === manifest.files.size && paths.every((path) => manifest.files.has(path))
}

/** Undefined: there is no spare, and the folder is as empty as it was. */
export async function rollForward(places: Places, previous: Previous): Promise<string[] | undefined> {
  const { making, spare, releases } = places
  const spared = await manifestAt(spare)
  if (spared === undefined) return undefined
  await rm(making, { recursive: true, force: true })
  await rename(spare, making)
  await syncFolder(releases)
  const site = join(making, 'site')
  const [old, wanted] = [spared.files, previous.manifest.files]
  const others = [...old.differing(wanted)].filter((path) => old.get(path)?.sha256 !== wanted.get(path)?.sha256)
  for (const path of others) if (old.has(path)) await takeAway(site, path)
  const put = others.filter((path) => wanted.has(path))
  await abreast(put, async (path) => {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await link(join(previous.folder, path), join(site, path))
  })
  return others
}

/** With the folders that are left empty: a tree built anew has none. */
async function takeAway(site: string, path: string): Promise<void> {
  await rm(join(site, path), { force: true })
  for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) {
    const isLeft = await rmdir(join(site, folder)).then(
      () => false,
      () => true,
    )
    if (isLeft) return
  }
}

/** For whoever stays and will publish again: what the next release would otherwise wait for. Only under the lock, when readers are served. */
export async function readySpare(places: Places, current: Previous): Promise<void> {
  const { making, spare, releases } = places
  const site = join(making, 'site')
  const rolled = await rollForward(places, current)
  if (rolled === undefined && !(await linkWhole(places, current))) return
  await syncTree(site, [], rolled === undefined ? undefined : new Set(rolled))
  await writeManifest(making, current.manifest, dirname(current.folder))
  await syncFolder(making)
  await rename(making, spare)
  await syncFolder(releases)
}

/** False, with the folder gone, on a disk that has no links. */
async function linkWhole(places: Places, { folder, manifest }: Previous): Promise<boolean> {
  const site = await openMaking(places)
  const made = new Set<string>()
  try {
    // In this thread: of tens of thousands of links, promises would take twice as long.
    for (const path of manifest.files.keys()) {
      const parent = dirname(join(site, path))
      if (!made.has(parent)) mkdirSync(parent, { recursive: true })
      made.add(parent)
      linkSync(join(folder, path), join(site, path))
    }
    return true
  } catch (error) {
    await rm(places.making, { recursive: true, force: true })
    if (LINKLESS.has(codeOf(error))) return false
    throw error
  }
}

/** EPERM: no links on this disk; EMLINK: more than it can count. Releases are then copied. */
const LINKLESS = new Set(['EPERM', 'EMLINK'])

async function manifestAt(folder: string): Promise<Manifest | undefined> {
  return recallManifest(folder).catch((error: unknown) => {
    if (error instanceof ReleaseError) return undefined
    throw error
  })
}
