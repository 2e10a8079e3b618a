/**
 * A paper that publishes release after release from one store, and what a clean build of the same documents would be.
 *
 *   const paper = openPaper()
 *   paper.documents = …; await paper.publish()     a release, from what changed
 *   await paper.clean()                            Map { '/index.html' → bytes, … } from an empty store
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builderFrom } from '../../src/build/builder.ts'
import type { Documents } from '../../src/content/documents.ts'
import type { BuildRequest } from '../../src/publish/builder.ts'
import { draftRelease, pathsIn, type Previous } from '../../src/publish/release/draft.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { lakeOf } from './lake.ts'

export interface Paper {
  documents: Documents
  now: Date
  /** What readers have; an older release may be put there. */
  release: Previous | undefined
  /** How many pages the last build could have changed; undefined: all. */
  touched: number | undefined
  publish(options?: { fails?: boolean; announced?: BuildRequest['want']['announced'] }): Promise<void>
  clean(): Promise<Map<string, string>>
  reopen(): void
  /** The store of another machine: nothing is in it. */
  anew(): void
  close(): void
}

export function openPaper(documents: Documents): Paper {
  const folder = mkdtempSync(join(process.env['BUILD_FOLDER'] ?? tmpdir(), 'zebian-build-'))
  let made = 0
  let store: Store
  const open = (name: string): Store =>
    openStore({ file: join(folder, `${name}.store`), of: 'test', now: () => paper.now })
  const build = async (from: Store, previous: Previous | undefined, announced: BuildRequest['want']['announced']) => {
    made += 1
    const path = join(folder, `release-${made}`)
    const want = { reason: 'test', announced }
    const account = await builderFrom(
      from,
      lakeOf(() => paper.documents),
    )({ folder: path, previous, want, exclude: [] })
    if (account.unchanged === true && previous !== undefined) return { release: previous, touched: 0 }
    const { files } = await draftRelease(path, account, previous)
    const { documents: from_, template, quarantined, tombstones, redirects, touched } = account
    const manifest = {
      format: 1 as const,
      id: String(made),
      madeAt: '',
      template,
      documents: from_,
      files,
      tombstones,
      redirects,
      quarantined,
      taken: 0,
    }
    return { release: { folder: path, manifest }, touched: touched?.length }
  }
  const paper: Paper = {
    documents,
    now: new Date('2026-01-01T00:00:00Z'),
    release: undefined,
    touched: undefined,
    publish: async ({ fails = false, announced = {} } = {}) => {
      const { release, touched } = await build(store, paper.release, announced)
      paper.touched = touched
      if (!fails) paper.release = release
    },
    clean: async () => {
      made += 1
      const empty = open(`clean-${made}`)
      const { release } = await build(empty, undefined, {})
      empty.close()
      return treeOf(release.folder)
    },
    reopen: () => {
      store.close()
      store = open('paper')
    },
    anew: () => {
      store.close()
      made += 1
      store = open(`other-${made}`)
    },
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  store = open('paper')
  return paper
}

export async function treeOf(folder: string): Promise<Map<string, string>> {
  const paths = (await pathsIn(folder)).toSorted()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

export const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path))
