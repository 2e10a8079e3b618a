/**
 * What a release is made of, to the byte: written beside its pages, sealed by a digest of its own.
 *
 *   await writeManifest('…/000042', manifest, '…/000041')   →  parts/….json, and manifest.sha256, which names one of them as sha256sum does
 *   await readManifest('…/000042')                          →  the same manifest; throws when a byte of it differs
 *   await recallManifest('…/000042')                        →  the same; of what this process has read or written, only what is new is read
 *   await readSummary('…/000042')                           →  all but its tables, which may be of any size
 *
 * Paths are addresses from the site's root on (`/2024/0602/a1.html`), whatever the disk calls them. Every part is named by its digest,
 * and the seal is put in its place last, by one rename: a manifest is the old one or the new one, wherever a write of it is cut off.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { syncFolder, writeDurably } from './disk.ts'
import { dropOtherParts, putPart, readDigested, ReleaseError } from './parts.ts'
import { DOCUMENTS, FILES, REDIRECTS, type FileRecord, type Head } from './records.ts'
import { Table } from './table.ts'

/** A document that was not let onto the site, and what its editor can do about it. */
const QUARANTINED = v.object({
  document: v.string(),
  revision: v.string(),
  field: v.string(),
  /** In the editors' language, likewise the remedy: both stand in the Studio. */
  reason: v.string(),
  remedy: v.string(),
  /** For the log: expected … found …. */
  detail: v.optional(v.string()),
})

/** Digests of a table's layers, the lowest first. */
const LAYERS = v.array(v.string())

const ROOT = v.object({
  format: v.literal(2),
  id: v.string(),
  /** ISO instant. */
  madeAt: v.string(),
  /** Names everything that is not a document and shapes pages: templates, code, settings, which copy of the archive. */
  template: v.string(),
  /** How many of its files are pages. */
  pages: v.number(),
  /** Files and bytes by class, where the builder tells classes (../figures.ts). */
  sizes: v.optional(v.record(v.string(), v.tuple([v.number(), v.number()]))),
  /** Addresses whose page says that something was withdrawn; servers send them with status 410. */
  tombstones: v.array(v.string()),
  quarantined: v.array(QUARANTINED),
  /** How many entries of the ledger of what was taken away this release is clear of; see ./takedown.ts. */
  taken: v.number(),
  /** ISO instant at which an embargo ends next. */
  next: v.optional(v.string()),
  documents: LAYERS,
  files: LAYERS,
  redirects: LAYERS,
})

type Root = v.InferOutput<typeof ROOT>
export type Quarantined = v.InferOutput<typeof QUARANTINED>
export type Sizes = NonNullable<Root['sizes']>
export type Summary = Omit<Root, 'format' | 'documents' | 'files' | 'redirects'>

export interface Manifest extends Summary {
  /** Revision and ISO instant of change of every document that the release was made from. */
  documents: Table<Head>
  files: Table<FileRecord>
  /** From a former address to today's, in one hop. */
  redirects: Table<string>
}

export const isPage = (path: string): boolean => path.endsWith('.html')

/** How many pages are among files, from how many there were before: of a large archive next to nothing is looked at. */
export function countPages(
  files: Manifest['files'],
  before: Pick<Manifest, 'files' | 'pages'> = { files: Table.of([]), pages: 0 },
): number {
  const others = files.differing(before.files).values().filter(isPage)
  return others.reduce((count, path) => count + Number(files.has(path)) - Number(before.files.has(path)), before.pages)
}

/** On disk when it returns; the caller makes the folder itself durable. `from`: a release that has most of its parts. */
export async function writeManifest(folder: string, manifest: Manifest, from?: string): Promise<void> {
  const { documents, files, redirects, ...summary } = manifest
  const [one, other, third] = await Promise.all([
    DOCUMENTS.write(folder, documents, from),
    FILES.write(folder, files, from),
    REDIRECTS.write(folder, redirects, from),
  ])
  const root: Root = { format: 2, ...summary, documents: one, files: other, redirects: third }
  const { digest, name } = await putPart(folder, `${JSON.stringify(root)}\n`)
  await syncFolder(join(folder, 'parts'))
  const seal = `${digest}  ${name}\n`
  await writeDurably(join(folder, SEAL), seal)
  await dropOtherParts(folder, new Set([digest, ...one, ...other, ...third]))
  remember(seal, Promise.resolve(manifest))
}

const SEAL = 'manifest.sha256'

/** By seal, the last few read or written, never changed. */
const KNOWN = new Map<string, Promise<Manifest>>()
const REMEMBERED = 8

function remember(seal: string, manifest: Promise<Manifest>): Promise<Manifest> {
  KNOWN.delete(seal)
  KNOWN.set(seal, manifest)
  for (const old of [...KNOWN.keys()].slice(0, -REMEMBERED)) KNOWN.delete(old)
  return manifest
}

/** For whoever needs what a release was sealed as; who doubts its bytes reads it (`readManifest`). Throws as that does. */
export async function recallManifest(folder: string): Promise<Manifest> {
  const seal = await sealOf(folder)
  const known = KNOWN.get(seal)
  if (known !== undefined) return remember(seal, known)
  const reading = remember(seal, withTables(folder, false))
  reading.catch(() => KNOWN.delete(seal))
  return reading
}

/** A release's folder in, its manifest out. Throws ReleaseError when it is not there, not whole or not ours. */
export const readManifest = (folder: string): Promise<Manifest> => withTables(folder, true)

export async function readSummary(folder: string): Promise<Summary> {
  const { format: _, documents: _1, files: _2, redirects: _3, ...summary } = await readRoot(folder)
  return summary
}

async function withTables(folder: string, doubts: boolean): Promise<Manifest> {
  const { format: _, documents, files, redirects, ...summary } = await readRoot(folder)
  return {
    ...summary,
    documents: await DOCUMENTS.read(folder, documents, doubts),
    files: await FILES.read(folder, files, doubts),
    redirects: await REDIRECTS.read(folder, redirects, doubts),
  }
}

const sealOf = (folder: string): Promise<string> => readFile(join(folder, SEAL), 'utf8').catch(() => '')

async function readRoot(folder: string): Promise<Root> {
  const [, digest, name] = /^([0-9a-f]{64}) {2}(parts\/\1\.json)\n$/u.exec(await sealOf(folder)) ?? []
  if (digest === undefined || name === undefined)
    throw new ReleaseError(
      `expected manifest.sha256 in ${folder} to name a part by its digest, found no such line; build again`,
    )
  const read = v.safeParse(ROOT, JSON.parse(await readDigested(folder, name, digest)))
  if (read.success) return read.output
  const [{ message }] = read.issues
  throw new ReleaseError(
    `expected a manifest of format 2 in ${folder}, found: ${message}; build again with this version`,
  )
}
