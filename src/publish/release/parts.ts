/**
 * A release's tables on its disk: each layer a file that its own digest names, linked from release to release while it stays the same.
 *
 *   const FILES = partsOf(isFile)
 *   await FILES.write('…/.making-1', table, '…/000041')   →  ['3f9a…', '77c0…']: …/.making-1/parts/3f9a….json; only what is new is written
 *   await FILES.read('…/.making-1', ['3f9a…', '77c0…'])   →  the table; throws when a byte of it differs
 */
import { createHash } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, putFile } from './disk.ts'
import { Table, type Layer } from './table.ts'

/** A release's bytes are not what its manifest says. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
}

export const digestOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

const FOLDER = 'parts'
const nameOf = (digest: string): string => `${FOLDER}/${digest}.json`

/** Text in, its digest and name out; its bytes are on disk, the name is when its folder is synced. */
export async function putPart(folder: string, text: string): Promise<{ digest: string; name: string }> {
  const digest = digestOf(text)
  await mkdir(join(folder, FOLDER), { recursive: true })
  await putFile(join(folder, nameOf(digest)), text)
  return { digest, name: nameOf(digest) }
}

/** The bytes of a file that must have a digest. Throws ReleaseError when it has another, or is not there. */
export async function readDigested(folder: string, name: string, digest: string): Promise<string> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined)
  const found = text === undefined ? undefined : digestOf(text)
  if (text !== undefined && found === digest) return text
  throw new ReleaseError(
    `expected ${name} in ${folder} to have the digest ${digest.slice(0, 12)}…, found ${found === undefined ? 'no such file' : `${found.slice(0, 12)}…`}; it was changed after it was sealed: roll back or build again`,
  )
}

/** Takes away the parts that a manifest does not name any more. */
export async function dropOtherParts(folder: string, digests: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(join(folder, FOLDER)))
    if (!digests.has(name.replace(/\.json$/u, ''))) await rm(join(folder, FOLDER, name), { force: true })
}

export interface Parts<Value> {
  /** `from`: the folder of a release that may have the same ones. The digests of the layers, the lowest first. */
  write(folder: string, table: Table<Value>, from: string | undefined): Promise<string[]>
  /** Layers that this process has use for are not read again, but by who doubts their bytes. */
  read(folder: string, digests: readonly string[], doubts?: boolean): Promise<Table<Value>>
}

export function partsOf<Value>(isRecord: (value: unknown) => value is Value): Parts<Value> {
  const digests = new WeakMap<Layer<Value>, string>()
  const layers = new Map<string, WeakRef<Layer<Value>>>()
  const forgotten = new FinalizationRegistry<string>((digest) => {
    if (layers.get(digest)?.deref() === undefined) layers.delete(digest)
  })
  const know = (layer: Layer<Value>, digest: string): void => {
    digests.set(layer, digest)
    layers.set(digest, new WeakRef(layer))
    forgotten.register(layer, digest)
  }
  const writeLayer = async (folder: string, layer: Layer<Value>, from: string | undefined): Promise<string> => {
    const known = digests.get(layer)
    if (known !== undefined && (await isThere(folder, known, from))) return known
    const { digest } = await putPart(folder, formatLayer(layer))
    know(layer, digest)
    return digest
  }
  const readLayer = async (folder: string, digest: string, doubts: boolean): Promise<Layer<Value>> => {
    const known = doubts ? undefined : layers.get(digest)?.deref()
    if (known !== undefined) return known
    const layer = parseLayer(await readDigested(folder, nameOf(digest), digest), isRecord)
    if (!doubts) know(layer, digest)
    return layer
  }
  return {
    write: (folder, table, from) => Promise.all(table.layers.map((layer) => writeLayer(folder, layer, from))),
    read: async (folder, all, doubts = false) =>
      Table.stacked(await Promise.all(all.map((digest) => readLayer(folder, digest, doubts)))),
  }
}

/** Whether a folder has a part by now: from before, or linked from another release. */
async function isThere(folder: string, digest: string, from: string | undefined): Promise<boolean> {
  if (from === undefined) return false
  await mkdir(join(folder, FOLDER), { recursive: true })
  return link(join(from, nameOf(digest)), join(folder, nameOf(digest))).then(
    () => true,
    (error: unknown) => codeOf(error) === 'EEXIST',
  )
}

/** `undefined` is written as null. */
const formatLayer = <Value>(layer: Layer<Value>): string =>
  `${JSON.stringify(Object.fromEntries(layer.entries().map(([key, value]) => [key, value ?? null])))}\n`

/** By hand: of tens of thousands, a schema takes longer than all else that is done with them. */
function parseLayer<Value>(text: string, isRecord: (value: unknown) => value is Value): Layer<Value> {
  const parsed: unknown = JSON.parse(text)
  const layer = new Map<string, Value | undefined>()
  for (const [key, value] of Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {})) {
    const record: unknown = value
    if (record !== null && !isRecord(record))
      throw new ReleaseError(`expected a record of a release at “${key}”, found ${JSON.stringify(record)}; build again`)
    layer.set(key, record ?? undefined)
  }
  return layer
}
