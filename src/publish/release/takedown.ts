/**
 * What was withdrawn or deleted leaves every kept release, and no rollback brings it back.
 *
 *   await recordTakedowns(places, [{ document: 'article-a', address: '/2024/0602/a1.html', kind: 'withdrawn' }], live)
 *   await clearRelease(places, '000041', '000042')   →  its page, pages that name it, its pictures and every list file are 000042's, or gone
 *
 * The ledger is on disk before readers are sent to the release that takes something away. A release says how many entries it is clear
 * of, so that clearing can be cut off anywhere and done again.
 */
import { link, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { codeOf, syncFolder, writeDurably } from './disk.ts'
import { countPages, isPage, readSummary, recallManifest, writeManifest, type Manifest } from './manifest.ts'
import { digestOf } from './parts.ts'
import { folderOf, pagesOf, type Places } from './places.ts'

const ENTRY = v.object({
  seq: v.number(),
  document: v.string(),
  address: v.string(),
  kind: v.picklist(['withdrawn', 'deleted']),
})
const LEDGER = v.object({ last: v.number(), entries: v.array(ENTRY) })

export type Takedown = Omit<v.InferOutput<typeof ENTRY>, 'seq'>
export type Ledger = v.InferOutput<typeof LEDGER>

export async function readLedger({ taken }: Places): Promise<Ledger> {
  const text = await readFile(taken, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '{"last":0,"entries":[]}'
    throw error
  })
  return v.parse(LEDGER, JSON.parse(text))
}

/** New takedowns in, and which addresses are live again; the ledger as it then stands out. Writes only when something is new. */
export async function recordTakedowns(
  places: Places,
  takedowns: readonly Takedown[],
  isLive: (entry: Takedown) => boolean,
): Promise<Ledger> {
  const { last, entries } = await readLedger(places)
  const known = new Set(entries.map(({ document, address, kind }) => `${document} ${address} ${kind}`))
  const fresh = takedowns.filter(({ document, address, kind }) => !known.has(`${document} ${address} ${kind}`))
  const kept = entries.filter((entry) => !isLive(entry))
  if (fresh.length === 0 && kept.length === entries.length) return { last, entries }
  const numbered = fresh.map((takedown, index) => ({ seq: last + index + 1, ...takedown }))
  const ledger = { last: last + fresh.length, entries: [...kept, ...numbered] }
  await writeDurably(places.taken, `${JSON.stringify(ledger)}\n`)
  return ledger
}

/** Clears a kept release of everything in the ledger, with the files of a release that is clear already. */
export async function clearRelease(places: Places, id: string, by: string, ledger: Ledger): Promise<void> {
  const folder = folderOf(places, id)
  const { taken } = await readSummary(folder)
  const due = ledger.entries.filter(({ seq }) => seq > taken)
  if (due.length === 0) return
  const [manifest, clear] = await Promise.all([recallManifest(folder), recallManifest(folderOf(places, by))])
  const pages = pagesOf(places, id)
  const bad = await taintedFiles(pages, manifest, clear, due)
  // Pages last: cut off and done again, they must still say which pictures were theirs.
  for (const path of [...bad].toSorted((a, b) => Number(isPage(a)) - Number(isPage(b))))
    await replace(join(pages, path), clear.files.has(path) ? join(pagesOf(places, by), path) : undefined)
  const files = manifest.files.with([...bad].map((path) => [path, clear.files.get(path)]))
  const isBuried = (path: string): boolean => files.get(path)?.sha256 === clear.files.get(path)?.sha256
  const buried = clear.tombstones.filter((path) => files.has(path) && isBuried(path))
  const cleared = {
    ...manifest,
    files,
    documents: manifest.documents.with(due.map(({ document }) => [document, undefined])),
    tombstones: [...new Set([...manifest.tombstones.filter((path) => files.has(path)), ...buried])],
    // A former address that led to what was withdrawn.
    redirects: manifest.redirects.with(
      buried.filter((path) => manifest.redirects.has(path)).map((path) => [path, undefined]),
    ),
    taken: ledger.last,
  }
  // Whoever goes on from here counts anew.
  await writeManifest(folder, { ...cleared, pages: countPages(files, manifest), sizes: undefined }, folder)
}

/** Another file under the same name, never other bytes in the same file: it may be a hard link that other releases share. */
async function replace(path: string, by: string | undefined): Promise<void> {
  const aside = `${path}.tmp`
  await rm(aside, { force: true })
  if (by === undefined) await rm(path, { force: true })
  else {
    await link(by, aside)
    await rename(aside, path)
    // Both names of one file: rename then does nothing and leaves the first.
    await rm(aside, { force: true })
  }
  await syncFolder(join(path, '..'))
}

const isPicture = (path: string): boolean => path.startsWith('/pictures/')

/** What differs from a clear release may hold what was taken away. */
async function taintedFiles(
  pages: string,
  { files }: Manifest,
  clear: Manifest,
  due: Ledger['entries'],
): Promise<Set<string>> {
  const bad = new Set<string>()
  const needles = due.flatMap(({ address, document }) => [address, encodeURI(address), document])
  const addresses = new Set(due.map(({ address }) => address))
  for (const path of files.differing(clear.files)) {
    const record = files.get(path)
    if (record === undefined || clear.files.get(path)?.sha256 === record.sha256) continue
    // Feeds, search and records of revisions hold words without an address: today's are the clear ones.
    if (!isPage(path) && !isPicture(path)) bad.add(path)
    const bytes = await readFile(join(pages, path)).catch(() => undefined)
    // Replaced by a clearing that was cut off before it could say so.
    if (bytes === undefined || digestOf(bytes) !== record.sha256) bad.add(path)
    if (bytes === undefined || !isPage(path)) continue
    const text = bytes.toString('utf8')
    const own = addresses.has(path) || due.some((entry) => entry.document === record.document)
    if (!own && !needles.some((needle) => text.includes(needle))) continue
    bad.add(path)
    if (!own) continue
    for (const [picture] of text.matchAll(/\/pictures\/[\w.-]+/gu)) if (!clear.files.has(picture)) bad.add(picture)
  }
  return bad
}
