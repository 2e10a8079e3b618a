/**
 * A release's folder, on disk when the call returns: bytes of its new files, names in its folders.
 *
 *   await syncTree(folder, ['/a.html'], new Set(['/a.html', '/2024/old.html']))   →  a.html, its folder, and the one that lost old.html
 *   await syncTree(folder, [], undefined)                                         →  every folder
 */
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncDisk, syncFile, syncFolder } from './disk.ts'
import { abreast } from './draft.ts'

/** From so many on, one sync of the whole disk takes less time than one of each. */
const MANY = 500

/** `loose`: paths whose names may not be on disk yet; undefined: any. */
export async function syncTree(
  folder: string,
  files: readonly string[],
  loose: ReadonlySet<string> | undefined,
): Promise<void> {
  const folders = loose === undefined ? await foldersIn(folder) : await foldersOf(folder, loose)
  if (files.length + folders.length >= MANY && (await syncDisk(folder))) return
  await abreast(files, (path) => syncFile(join(folder, path)))
  await abreast(folders, syncFolder)
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
