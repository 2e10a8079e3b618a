/**
 * A built folder held against the release before it: which files are new bytes, which are the old ones.
 *
 *   await draftRelease('…/.making-1/site', account, previous)
 *     →  { files: { '/index.html': { sha256, bytes }, … }, changed: ['/index.html'], gone: ['/2024/0602/a9.html'] }
 *
 * A file whose bytes stand in the previous release becomes a hard link to it: it keeps its time of change, costs no disk and needs no
 * syncing. Nothing may ever be written into a file of a release; who changes one puts another file in its place.
 */
import { createHash } from 'node:crypto'
import { lstat, link, mkdir, readdir, readFile, unlink } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Account } from '../builder.ts'
import { ReleaseError, type FileRecord, type Manifest } from './manifest.ts'

export interface Previous {
  /** The folder of its pages. */
  folder: string
  manifest: Manifest
}

export interface Draft {
  folder: string
  files: Record<string, FileRecord>
  /** New or other bytes than in the previous release. */
  changed: string[]
  /** In the previous release and no longer here. */
  gone: string[]
  /** Paths whose names may not be on disk yet; undefined: any. */
  loose?: Set<string>
}

/** Files at a time; more would only wait for the same disk. */
const ABREAST = 16

/** `rolled`: the folder was the spare, and these of its names were changed before it was built in. */
export async function draftRelease(
  folder: string,
  account: Account,
  previous?: Previous,
  rolled?: readonly string[],
): Promise<Draft> {
  const old = previous?.manifest.files ?? {}
  const touched = account.touched === undefined ? undefined : new Set([...account.touched, '/publish.json'])
  const files: Record<string, FileRecord> = {}
  const changed: string[] = []
  const paths =
    rolled === undefined || touched === undefined ? await pathsIn(folder) : await pathsAfter(folder, old, touched)
  // In their order, so that it need not be found again.
  const looked = paths.filter((path) => {
    const before = old[path]
    if (before !== undefined) files[path] = before
    if (before === undefined || touched === undefined || touched.has(path)) return true
    const document = account.pages[path]
    const isSame = before.document === document && before.stale === undefined
    // The very record: what thousands of releases have in common stands in memory once.
    files[path] = isSame ? before : { sha256: before.sha256, bytes: before.bytes, ...ofDocument(document) }
    return false
  })
  await abreast(looked, async (path) => {
    const before = old[path]
    const bytes = await readFile(join(folder, path))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files[path] = { sha256, bytes: bytes.length, ...ofDocument(account.pages[path]) }
    if (previous !== undefined && before?.sha256 === sha256) await linkFrom(previous.folder, folder, path)
    else changed.push(path)
  })
  const gone = Object.keys(old).filter((path) => files[path] === undefined)
  const loose = rolled === undefined ? {} : { loose: new Set([...rolled, ...(touched ?? []), ...changed, ...gone]) }
  return { folder, files: inOrder(files), changed: changed.toSorted(), gone, ...loose }
}

const ofDocument = (document: string | undefined): Pick<FileRecord, 'document'> =>
  document === undefined ? {} : { document }

/** What stands in a folder that held the previous release's files before the touched ones were put or taken away. */
async function pathsAfter(folder: string, old: Manifest['files'], touched: ReadonlySet<string>): Promise<string[]> {
  const there = new Set<string>()
  await abreast([...touched], async (path) => {
    const found = await lstat(join(folder, path)).catch(() => undefined)
    if (found?.isFile() === true) there.add(path)
  })
  const before = Object.keys(old).filter((path) => !touched.has(path) || there.delete(path))
  return [...before, ...there]
}

/** The old page stays at its address, its bytes the old ones. */
export async function carryOver({ folder, files, loose }: Draft, previous: Previous, path: string): Promise<void> {
  const record = previous.manifest.files[path]
  if (record === undefined) return
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await linkFrom(previous.folder, folder, path)
  files[path] = { ...record, stale: true }
  loose?.add(path)
}

async function linkFrom(from: string, to: string, path: string): Promise<void> {
  const [source, target] = [join(from, path), join(to, path)]
  const [one, other] = await Promise.all([lstat(source), lstat(target).catch(() => undefined)])
  if (other?.ino === one.ino) return
  if (other !== undefined) await unlink(target)
  await link(source, target)
}

/** Every file below a folder, as addresses. Throws when something else than files and folders stands there. */
export async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const known = new Map([[folder, '']])
  const addressOf = (path: string): string => {
    const address = known.get(path) ?? `/${relative(folder, path).split(sep).join('/')}`
    known.set(path, address)
    return address
  }
  const strange = entries.find((entry) => !entry.isFile() && !entry.isDirectory())
  if (strange !== undefined)
    throw new ReleaseError(
      `expected only files and folders in a release, found “${join(strange.parentPath, strange.name)}”, which leads elsewhere; remove what makes it`,
    )
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${addressOf(parentPath)}/${name}`)
}

export async function abreast<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values()
  const lane = async (): Promise<void> => {
    for (const one of queue) await work(one)
  }
  await Promise.all(Array.from({ length: ABREAST }, lane))
}

/** By path: as it is, where it is. */
function inOrder<T>(record: Record<string, T>): Record<string, T> {
  let before = ''
  const isInOrder = Object.keys(record).every((path) => {
    const isAfter = before < path
    before = path
    return isAfter
  })
  if (isInOrder) return record
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
