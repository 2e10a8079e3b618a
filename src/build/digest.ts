/**
 * What shapes pages and is not a document: the sources as this process runs them, the packages that print, the settings.
 *
 *   await digestOfSources()   →  '3f9a…'   another one: every page may be another
 *
 * Read once: a later change of a file changes nothing that runs.
 */
import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import project from '../../package.json' with { type: 'json' }

const SOURCES = [
  'src/{site,content,text,formats,cards,store,sqlite,build,search}/**/*.ts',
  'sanity/schema/*.ts',
  'sanity/schema.json',
  '_data/*.ts',
  'eleventy.config.ts',
]

let known: Promise<string> | undefined

export const digestOfSources = (): Promise<string> => (known ??= digestOf('.', project.dependencies))

/** What of a checkout shapes pages. */
export async function sourcesIn(root: string): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(SOURCES, { cwd: root })) files.push(file)
  return files.toSorted()
}

/** Of a checkout, and the packages by name and version. */
export async function digestOf(root: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(packages))
  for (const file of await sourcesIn(root)) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
