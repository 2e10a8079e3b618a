/**
 * What a person names on the command line → the files of it, one after the other.
 *
 *   gather(['a.html', 'archive/', '2020-??-*.txt', '-'])  →  'a.html', 'archive/1.html', …, '2020-07-02.txt', …, '-'
 *
 * A folder is walked whole; what in it has no name of a page is passed over. `-` is standard input.
 */
import { glob, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Names of what a page or an archive of pages is kept in. */
const PAGE = /\.(?:html?|shtml|xhtml|txt|mht|mhtml|warc|warc\.gz|wacz)$/iu

/** Names in the order given; within a folder or a pattern in the order of the alphabet. */
export async function* gather(names: readonly string[]): AsyncGenerator<string> {
  for (const name of names) {
    if (name === '-') yield name
    else if (await isFolder(name)) yield* walk(name)
    else if (/[*?[{]/u.test(name) && !(await exists(name))) yield* await matching(name)
    else yield name
  }
}

/** How many files the names stand for; of what is named one by one nothing is opened. */
export async function countFiles(names: readonly string[]): Promise<number> {
  let files = 0
  for await (const path of gather(names)) files += path === '' ? 0 : 1
  return files
}

async function matching(pattern: string): Promise<string[]> {
  const found: string[] = []
  for await (const path of glob(pattern)) found.push(path)
  return found.toSorted()
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (PAGE.test(entry.name)) yield path
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
