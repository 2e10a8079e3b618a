/**
 * A built folder held against the release before it: which files are new bytes, which are the old ones.
 *
 *   await draftRelease('…/.making-1/site', account, previous)
 *     →  { files: a table of '/index.html' → { sha256, bytes } and so on, changed: ['/index.html'], gone: ['/2024/0602/a9.html'] }
 *
 * A file whose bytes stand in the previous release becomes a hard link to it: it keeps its time of change, costs no disk and needs no
 * syncing. Nothing may ever be written into a file of a release; who changes one puts another file in its place.
 */
import { lstat, link, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Account } from '../builder.ts'
import type { Manifest } from './manifest.ts'
import { digestOf, ReleaseError } from './parts.ts'
import type { FileRecord } from './records.ts'
import { Table } from './table.ts'

export interface Previous {
  /** The folder of its pages. */
  folder: string
  manifest: Manifest
}

export interface Draft {
  folder: string
  files: Table<FileRecord>
  /** New or other bytes than in the previous release. */
  changed: string[]
  /** In the previous release and no longer here. */
  gone: string[]
  /** Paths whose names may not be on disk yet; undefined: any. */
  loose?: Set<string>
  /** Bytes of some files, as they were written. */
  written?: Map<string, { bytes: Uint8Array; sha256: string }>
  seen?: Account['seen']
  synced?: Account['synced']
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
  const old = previous?.manifest.files ?? Table.of<FileRecord>([])
  const touched = account.touched === undefined ? undefined : new Set([...account.touched, '/publish.json'])
  const isRolled = rolled !== undefined && touched !== undefined
  const { there, gone } = isRolled ? await lookAt(folder, old, touched) : await lookAround(folder, old, touched)
  const found = new Map<string, FileRecord>()
  const changed: string[] = []
  await abreast(there, async (path) => {
    const before = old.get(path)
    const record = { ...(await measured(folder, path, account)), ...ofDocument(account.pages[path]) }
    const isOther = before?.sha256 !== record.sha256
    // The very record: what thousands of releases have in common stands in memory and on disk once.
    if (isOther || before.document !== record.document || before.stale === true) found.set(path, record)
    if (isOther || (previous !== undefined && !(await isLinked(previous.folder, folder, path, record.sha256))))
      changed.push(path)
  })
  const files = old.with([...found, ...gone.map((path) => [path, undefined] as const)])
  const loose = isRolled ? { loose: new Set([...rolled, ...touched, ...changed, ...gone]) } : {}
  const known = { written: new Map(account.written), seen: account.seen, synced: account.synced }
  return { folder, files, changed: changed.toSorted(), gone, ...loose, ...known }
}

async function measured(folder: string, path: string, { written, seen }: Account): Promise<FileRecord> {
  const known = written?.get(path)
  if (known !== undefined) return { sha256: known.sha256, bytes: known.bytes.length }
  const sum = seen?.sums.get(path)
  if (sum !== undefined) return sum
  const bytes = await readFile(join(folder, path))
  return { sha256: digestOf(bytes), bytes: bytes.length }
}

const ofDocument = (document: string | undefined): Pick<FileRecord, 'document'> =>
  document === undefined ? {} : { document }

interface Looked {
  /** Files whose bytes may be others than before. */
  there: string[]
  /** Those of before that are not here. */
  gone: string[]
}

/** In a folder that held the previous release's files before the touched ones were put or taken away. */
async function lookAt(folder: string, old: Table<FileRecord>, touched: ReadonlySet<string>): Promise<Looked> {
  const there: string[] = []
  const gone: string[] = []
  await abreast([...touched], async (path) => {
    const found = await lstat(join(folder, path)).catch(() => undefined)
    if (found?.isFile() === true) there.push(path)
    else if (old.has(path)) gone.push(path)
  })
  return { there, gone }
}

async function lookAround(
  folder: string,
  old: Table<FileRecord>,
  touched: ReadonlySet<string> | undefined,
): Promise<Looked> {
  const paths = new Set(await pathsIn(folder))
  return {
    there: [...paths].filter((path) => touched === undefined || touched.has(path) || !old.has(path)),
    gone: old
      .keys()
      .filter((path) => !paths.has(path))
      .toArray(),
  }
}

/** The old page stays at its address, its bytes the old ones. */
export async function carryOver(draft: Draft, previous: Previous, path: string): Promise<void> {
  const { folder, loose } = draft
  const record = previous.manifest.files.get(path)
  if (record === undefined) return
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await linkFrom(previous.folder, folder, path)
  draft.files = draft.files.with([[path, { ...record, stale: true }]])
  loose?.add(path)
}

/** Other words for a page that is drawn already; where they are the last release's, it is that file again. */
export async function replaceIn(
  draft: Draft,
  path: string,
  text: string,
  previous: Previous | undefined,
): Promise<void> {
  const [{ folder, files, loose, written, seen }, before] = [draft, previous?.manifest.files.get(path)]
  written?.delete(path)
  seen?.sums.delete(path)
  const bytes = Buffer.from(text)
  const record = { ...files.get(path), sha256: digestOf(bytes), bytes: bytes.length }
  const isOther = before?.sha256 !== record.sha256
  if (isOther || previous === undefined) {
    await unlink(join(folder, path))
    await writeFile(join(folder, path), bytes, { flag: 'wx' })
  } else await linkFrom(previous.folder, folder, path)
  draft.files = files.with([[path, isOther ? record : before]])
  draft.changed = [...draft.changed.filter((one) => one !== path), ...(isOther ? [path] : [])].toSorted()
  loose?.add(path)
}

/** Whether the file is the previous release's by now; not where that was spoilt on the disk since it was sealed. */
async function isLinked(from: string, to: string, path: string, sha256: string): Promise<boolean> {
  const [one, other] = await Promise.all([lstat(join(from, path)).catch(() => undefined), lstat(join(to, path))])
  if (one?.ino === other.ino) return true
  if (one === undefined || digestOf(await readFile(join(from, path))) !== sha256) return false
  await linkFrom(from, to, path)
  return true
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
