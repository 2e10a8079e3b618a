/**
 * A paper that publishes release after release from one store, and what a clean build of the same documents would be.
 *
 *   const paper = openPaper()
 *   paper.documents = …; await paper.publish()     a release, from what changed
 *   await paper.clean()                            Map { '/index.html' → bytes, … } from an empty store, as `wholeOf` gives it
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builderFrom } from '../../src/build/builder.ts'
import type { Documents } from '../../src/content/documents.ts'
import type { BuildRequest } from '../../src/publish/builder.ts'
import { manifestOf } from '../../src/publish/manifestOf.ts'
import { draftRelease, pathsIn, type Previous } from '../../src/publish/release/draft.ts'
import { writeManifest } from '../../src/publish/release/manifest.ts'
import { placesOf } from '../../src/publish/release/places.ts'
import { rollForward } from '../../src/publish/release/spare.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { versionsFolder } from '../../src/store/versions.ts'
import { lakeOf } from './lake.ts'

export interface Paper {
  documents: Documents
  now: Date
  /** What readers have; an older release may be put there. */
  release: Previous | undefined
  /** How many pages the last build could have changed; undefined: all. */
  touched: number | undefined
  /** How many were made of an older one's folder. */
  rolled: number
  publish(options?: { fails?: boolean; announced?: BuildRequest['want']['announced'] }): Promise<void>
  clean(): Promise<Map<string, string>>
  /** Every page from its own store, which may have kept some as they were drawn before. */
  whole(): Promise<Map<string, string>>
  reopen(): void
  /** The store of another machine: nothing is in it. */
  anew(): void
  /** The store's file is thrown away, and nothing that lies beside it. */
  loseStore(): void
  close(): void
}

export function openPaper(documents: Documents): Paper {
  const folder = mkdtempSync(join(process.env['BUILD_FOLDER'] ?? tmpdir(), 'zebian-build-'))
  let made = 0
  let name = 'paper'
  let store: Store
  const open = (name: string): Store =>
    openStore({ file: join(folder, `${name}.store`), of: 'test', now: () => paper.now })
  const build = async (from: Store, previous: Previous | undefined, announced: BuildRequest['want']['announced']) => {
    made += 1
    const places = { ...placesOf(join(folder, 'site')), releases: folder, making: join(folder, `release-${made}`) }
    const path = join(places.making, 'site')
    const want = { reason: 'test', announced }
    let rolled: string[] | undefined
    const roll = async (): Promise<boolean> => {
      rolled = previous === undefined ? undefined : await rollForward({ ...places, spare: spare() }, previous)
      return rolled !== undefined
    }
    const account = await builderFrom(
      from,
      lakeOf(() => paper.documents),
    )({ folder: path, previous, want, exclude: [], rollForward: roll })
    if (account.unchanged === true && previous !== undefined) return { release: previous, touched: 0 }
    const draft = await draftRelease(path, account, previous, rolled)
    if (rolled !== undefined) paper.rolled += 1
    const { touched } = account
    const manifest = { ...manifestOf(draft, account, previous), id: String(made) }
    await writeManifest(places.making, manifest, previous === undefined ? undefined : dirname(previous.folder))
    if (previous !== undefined) kept.push(places.making)
    return { release: { folder: path, manifest }, touched: touched?.length }
  }
  const kept: string[] = []
  /** A copy of a release of three publishes ago, whatever has happened since; there is none at first. */
  const spare = (): string => {
    const old = kept.at(-3)
    const copy = join(folder, `spare-${made}`)
    if (old !== undefined) cpSync(old, copy, { recursive: true })
    return copy
  }
  const paper: Paper = {
    documents,
    now: new Date('2026-01-01T00:00:00Z'),
    release: undefined,
    touched: undefined,
    rolled: 0,
    publish: async ({ fails = false, announced = {} } = {}) => {
      const { release, touched } = await build(store, paper.release, announced)
      paper.touched = touched
      if (!fails) paper.release = release
    },
    clean: async () => {
      made += 1
      // The one thing that no lake gives back.
      const kept = versionsFolder(join(folder, `${name}.store`))
      if (existsSync(kept)) cpSync(kept, versionsFolder(join(folder, `clean-${made}.store`)), { recursive: true })
      const empty = open(`clean-${made}`)
      const { release } = await build(empty, undefined, {})
      empty.close()
      return wholeOf(release)
    },
    whole: async () => wholeOf((await build(store, undefined, {})).release),
    reopen: () => {
      store.close()
      store = open(name)
    },
    loseStore: () => {
      store.close()
      for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${name}.store${end}`), { force: true })
      store = open(name)
    },
    anew: () => {
      store.close()
      made += 1
      name = `other-${made}`
      store = open(name)
    },
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  store = open(name)
  return paper
}

export async function treeOf(folder: string): Promise<Map<string, string>> {
  const paths = (await pathsIn(folder)).toSorted()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

/** Its tree, and what its manifest says of documents, pages and former addresses. */
async function wholeOf({ folder, manifest }: Previous): Promise<Map<string, string>> {
  const { files, documents, redirects, tombstones } = manifest
  return new Map([
    ...(await treeOf(folder)),
    ['tombstones', tombstones.join(' ')] as const,
    ...files.entries().map(([path, { document }]) => [`page ${path}`, document ?? ''] as const),
    ...documents.entries().map(([id, [revision]]) => [`document ${id}`, revision] as const),
    ...redirects.entries().map(([from, to]) => [`former ${from}`, to] as const),
  ])
}

/** What readers have of a paper, as `clean` gives it. */
export const released = ({ release }: Paper): Promise<Map<string, string>> =>
  release === undefined ? Promise.resolve(new Map()) : wholeOf(release)

export const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path))
