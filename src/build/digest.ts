/**
 * What shapes pages and is not a document: the sources as this process runs them, the packages that print, the settings.
 *
 *   await digestOfSources()   →  '3f9a…'   another one: every page may be another
 *
 * Read once: a later change of a file changes nothing that runs.
 */
import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import project from '../../package.json' with { type: 'json' }

const SOURCES = [
  'src/{site,content,text,store,build,search}/**/*.ts',
  'sanity/schema/*.ts',
  'sanity/schema.json',
  '_data/*.ts',
  'eleventy.config.ts',
]

let known: Promise<string> | undefined

export const digestOfSources = (): Promise<string> => (known ??= digest())

async function digest(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(project.dependencies))
  const files: string[] = []
  for await (const file of glob(SOURCES)) files.push(file)
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}
