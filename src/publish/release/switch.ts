/**
 * Puts a sealed release before readers: one rename of one link.
 *
 *   await switchTo(placesOf('_site'), '000042')   →  _site → _site.releases/000042/site
 *
 * Whoever opens `_site` before the rename has the old release, whoever opens it after has the new one, and after a power cut it is one
 * of the two. A folder that an earlier version left in the link's place is moved out of the way first; that one time, readers may find
 * nothing for an instant.
 */
import { lstat, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { syncFolder } from './disk.ts'
import { pagesOf, type Places } from './places.ts'

export async function switchTo(places: Places, id: string): Promise<void> {
  const next = join(places.releases, `.link-${process.pid}`)
  await rm(next, { force: true })
  await symlink(relative(dirname(places.link), pagesOf(places, id)), next)
  const old = (await isFolder(places.link)) ? join(places.releases, `.making-old-${process.pid}`) : undefined
  if (old !== undefined) await moveAway(places.link, old)
  await rename(next, places.link)
  await syncFolder(dirname(places.link))
  if (old !== undefined) await rm(old, { recursive: true, force: true })
}

async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isDirectory() === true
}

async function moveAway(folder: string, old: string): Promise<void> {
  try {
    await rename(folder, old)
  } catch (error) {
    const found = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new Error(
      `expected the site folder ${folder} to be a link or a folder that can be replaced by one, found ${found}; set SITE_FOLDER to a path below a mounted folder, not to the mount itself`,
      { cause: error },
    )
  }
}
