/**
 * What a release is made of, to the byte: written beside its pages, sealed by a digest of its own.
 *
 *   await writeManifest('…/000042', manifest)   →  manifest.json, and manifest.sha256 as sha256sum writes it
 *   await readManifest('…/000042')              →  the same manifest; throws when a byte of it differs
 *   await recallManifest('…/000042')            →  the same; the one that this process has read or written, where the seal is that one's
 *
 * Paths are addresses from the site's root on (`/2024/0602/a1.html`), whatever the disk calls them.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { writeDurably } from './disk.ts'

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

export interface FileRecord {
  sha256: string
  bytes: number
  /** The document whose own page this is; lists have none. */
  document?: string | undefined
  /** Carried over from the release before, because its document is in quarantine. */
  stale?: boolean | undefined
}

/** By hand: of tens of thousands, a schema takes longer than all else that is done with them. */
function areFiles(files: unknown): boolean {
  return typeof files === 'object' && files !== null && Object.values(files).every(isFile)
}

function isFile(file: unknown): boolean {
  if (typeof file !== 'object' || file === null || !('sha256' in file) || !('bytes' in file)) return false
  const isDocument = !('document' in file) || typeof file.document === 'string'
  const isStale = !('stale' in file) || typeof file.stale === 'boolean'
  return isDocument && isStale && typeof file.bytes === 'number' && isDigest(file.sha256)
}

const isDigest = (text: unknown): boolean => typeof text === 'string' && /^[0-9a-f]{64}$/u.test(text)

const MANIFEST = v.object({
  format: v.literal(1),
  id: v.string(),
  /** ISO instant. */
  madeAt: v.string(),
  /** Digest of everything that is not a document and shapes pages: templates, code, settings. */
  template: v.string(),
  /** Revision and ISO instant of change of every document that the release was made from. */
  documents: v.record(v.string(), v.tuple([v.string(), v.string()])),
  files: v.custom<Record<string, FileRecord>>(areFiles, 'expected digest and bytes of each file'),
  /** Addresses whose page says that something was withdrawn; servers send them with status 410. */
  tombstones: v.array(v.string()),
  /** From a former address to today's, in one hop. */
  redirects: v.record(v.string(), v.string()),
  quarantined: v.array(QUARANTINED),
  /** How many entries of the ledger of what was taken away this release is clear of; see ./takedown.ts. */
  taken: v.number(),
  /** ISO instant at which an embargo ends next. */
  next: v.optional(v.string()),
})

export type Quarantined = v.InferOutput<typeof QUARANTINED>
export type Manifest = v.InferOutput<typeof MANIFEST>

/** A release's bytes are not what its manifest says. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** On disk when it returns; the caller makes the folder itself durable. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest)}\n`
  const seal = `${sha256(text)}  manifest.json\n`
  await writeDurably(join(folder, 'manifest.json'), text)
  await writeDurably(join(folder, 'manifest.sha256'), seal)
  remember(seal, Promise.resolve(manifest))
}

/** By seal, the last few read or written, never changed: of ten thousand articles each is ten megabytes to parse. */
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
  const seal = await readFile(join(folder, 'manifest.sha256'), 'utf8').catch(() => '')
  const known = KNOWN.get(seal)
  if (known !== undefined) return remember(seal, known)
  const reading = remember(seal, readManifest(folder))
  reading.catch(() => KNOWN.delete(seal))
  return reading
}

/** A release's folder in, its manifest out. Throws ReleaseError when it is not there, not whole or not ours. */
export async function readManifest(folder: string): Promise<Manifest> {
  const [bytes, seal] = await Promise.all([
    readFile(join(folder, 'manifest.json')).catch(() => undefined),
    readFile(join(folder, 'manifest.sha256'), 'utf8').catch(() => undefined),
  ])
  if (bytes === undefined || seal === undefined)
    throw new ReleaseError(`expected manifest.json and manifest.sha256 in ${folder}, found them missing; build again`)
  const found = `${sha256(bytes)}  manifest.json\n`
  if (found !== seal)
    throw new ReleaseError(
      `expected the manifest in ${folder} to have the digest ${seal.slice(0, 12)}…, found ${found.slice(0, 12)}…; it was changed after it was sealed: roll back or build again`,
    )
  const read = v.safeParse(MANIFEST, JSON.parse(bytes.toString('utf8')))
  if (read.success) return read.output
  const [{ message }] = read.issues
  throw new ReleaseError(
    `expected a manifest of format 1 in ${folder}, found: ${message}; build again with this version`,
  )
}
