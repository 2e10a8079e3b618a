/**
 * What readers could read of articles before today's pages: the one thing beside the store that is no copy of the lake.
 *
 *   const versions = versionsBeside('.zebian/lake.sqlite.store')
 *   versions.keep('article-a', version)   →  '.zebian/lake.sqlite.store.versions/article-a.json' has it, synced; once, however often it is told
 *   versions.of('article-a')              →  [version]
 *   versions.forget('article-a')          →  withdrawn or deleted: nothing of it stays
 *
 * A file an article, an array of versions, oldest first: open to whoever finds them, copied by `zebian bag`.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptVersions, Version } from '../content/versions.ts'
import { lately } from './lately.ts'

export interface Versions extends KeptVersions {
  keep(id: string, version: Version): void
  /** All of an article's at once, in place of what was there: from a bag. */
  put(id: string, text: string): void
  forget(id: string): void
}

export const versionsFolder = (store: string): string => `${store}.versions`

/** Articles whose versions are remembered; a page and its forms are drawn one after the other. */
const REMEMBERED = 100

export function versionsBeside(store: string): Versions {
  const folder = versionsFolder(store)
  const there = new Set(filesIn(folder).map((name) => name.replace(/\.json$/u, '')))
  const read = lately<readonly Version[]>(REMEMBERED)
  const fileOf = (id: string): string => join(folder, `${id}.json`)
  const of = (id: string): readonly Version[] => (there.has(id) ? read.of(id, () => readVersions(fileOf(id))) : [])
  const put = (id: string, text: string): void => {
    mkdirSync(folder, { recursive: true })
    const aside = `${fileOf(id)}.${process.pid}.tmp`
    writeFileSync(aside, text, { flush: true })
    renameSync(aside, fileOf(id))
    there.add(id)
    read.clear()
  }
  return {
    of,
    ids: () => [...there].toSorted(),
    keep: (id, version) => {
      const kept = of(id)
      if (!kept.some(({ revision }) => revision === version.revision)) put(id, formatVersions([...kept, version]))
    },
    put,
    forget: (id) => {
      if (!there.delete(id)) return
      rmSync(fileOf(id), { force: true })
      read.clear()
    },
  }
}

/** As a file has them. */
export const formatVersions = (versions: readonly Version[]): string => `${JSON.stringify(versions)}\n`

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function readVersions(file: string): readonly Version[] {
  const text = readFileSync(file, 'utf8')
  try {
    const versions: readonly Version[] = JSON.parse(text)
    return versions
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Error(
      `expected the versions of an article as JSON in ${file}, found “${text.slice(0, 40)}”; take the file from a backup, or remove it to do without these versions`,
      { cause: error },
    )
  }
}
