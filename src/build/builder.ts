/**
 * The builder that draws from the store: what changed since the last release, or, when that cannot be told, everything.
 *
 *   const build = builderFrom(store, door)
 *   await build({ folder: '…/.making-1/site', previous, want, exclude: [] })   →  what the folder was made from
 *
 * A publish costs what it changes: the documents that a webhook named are fetched, the pages that they can alter are drawn, and
 * everything else is linked from the last release. Other sources than those of the last release: every page is drawn and compared.
 */
import { ALL } from '../content/kind.ts'
import { KINDS } from '../content/kinds/all.ts'
import { classOf, heldIn } from '../content/kinds/release.ts'
import { isAsNew, type Account, type Builder, type BuildRequest } from '../publish/builder.ts'
import type { Figured } from '../publish/figures.ts'
import { drawRelease } from '../site/draw.ts'
import type { Source } from '../store/ask.ts'
import type { Store } from '../store/store.ts'
import type { Released } from '../store/waiting.ts'
import { changedAccount, othersOwned, wholeAccount } from './account.ts'
import { beforeIn, type BeforeAll } from './before.ts'
import {
  byAddress,
  drawChanged,
  nothingWritten,
  partOf,
  putPage,
  type Before,
  type Touched,
  type Written,
} from './changed.ts'
import { digestOfSources } from './digest.ts'
import { openFolder } from './folder.ts'
import { printerOver } from './printer.ts'
import { segmentsAfter } from './search.ts'
import { isStock } from './stock.ts'
import { drawWhole, printWhole, putPictures, type Making } from './whole.ts'

/** Documents that are fetched in no time. */
const FEW = 200

type Previous = NonNullable<BuildRequest['previous']>

/** `threads`: how many draw a whole site; what the machine and the archive make worth it where nothing is said. */
export function builderFrom(store: Store, door: Source, { threads }: { threads?: number | undefined } = {}): Builder {
  return async (request) => {
    const { folder: path, previous, want, exclude, rollForward, onProgress } = request
    const fetched = (done: number, of: number): void => {
      if (of > FEW) onProgress?.({ what: 'documents', done, of })
    }
    // A release of another copy may print versions that this one does not have.
    const template = `${await digestOfSources()} ${store.copy}`
    // Whatever drew it: what the release has waits no longer.
    const settled = previous !== undefined && store.settle(releasedIn(previous))
    const told = settled && previous.manifest.template === template
    if (exclude.length === 0) await store.sync(door, { ...(told ? namedIn(want) : {}), onProgress: fetched })
    else store.refuse(exclude)
    const folder = openFolder(path)
    const before = beforeIn(previous)
    for (const line of store.breaches()) console.error(line)
    const stock = await isStock()
    const touched = told && stock ? touchedIn(store) : ALL
    if (touched !== ALL && previous !== undefined && isUnchanged(touched, store, previous, want))
      return { ...changedAccount(store, previous.manifest, touched), template, touched: [], unchanged: true }
    const written = nothingWritten()
    let synced: Account['synced']
    let seen: Account['seen']
    const making = { folder, store, printer: printerOver(store, template), door }
    if (!stock) await printWhole(making, before, onProgress)
    else if (touched === ALL) seen = await drawWhole(making, before, { ...request, template, threads })
    else {
      const areThere = (await rollForward?.()) ?? false
      const last = { ...before, areThere, isRead: false }
      // Also after an error: what is open would stay so in a process that tries again.
      await drawTouched(making, touched, last, written, onProgress).finally(() => (synced = folder.sync()))
    }
    const made = { template, ...(stock ? { figured: figuredOver(store) } : {}) }
    if (touched === ALL || !stock || previous === undefined) return { ...wholeAccount(store), ...made, seen }
    const account = changedAccount(store, previous.manifest, touched)
    const owned = othersOwned(account.pages, touched, previous.manifest)
    return {
      ...account,
      ...made,
      touched: [...written.others.union(owned)],
      partOf: (address) => partOf(touched.get(address)),
      written: written.files,
      synced,
    }
  }
}

/** Someone who has extended Eleventy prints that page their own way. */
const figuredOver = ({ catalogue }: Store): Figured => ({
  address: KINDS.release.address(''),
  classOf,
  print: ({ sizes, refused }) => drawRelease(heldIn(sizes, refused), catalogue),
})

/** An announced revision that is not there yet is publishing's to notice, and so is a document in quarantine. */
function isUnchanged(
  touched: Touched,
  store: Store,
  { manifest }: Previous,
  { announced }: BuildRequest['want'],
): boolean {
  if (touched.size > 0) return false
  const { documents, quarantined } = changedAccount(store, manifest, touched)
  return (
    store.found().days.length === 0 &&
    Object.entries(announced).every(([id, said]) => isAsNew(documents.get(id), said)) &&
    manifest.quarantined.length === 0 &&
    quarantined.length === 0
  )
}

/** A webhook says which documents to look at; without one everything is compared. */
function namedIn({ announced }: BuildRequest['want']): { ids?: string[] } {
  const ids = Object.keys(announced)
  return ids.length === 0 ? {} : { ids }
}

function releasedIn({ manifest: { documents, files } }: Previous): Released {
  return {
    documents,
    shows: (id, address) =>
      address === undefined ? files.entries().some(([, file]) => isShown(id, file)) : isShown(id, files.get(address)),
  }
}

const isShown = (id: string, file: FileRecord | undefined): boolean => file?.document === id && file.stale !== true

type FileRecord = ReturnType<Previous['manifest']['files']['get']>

function touchedIn(store: Store): Touched | typeof ALL {
  const pages = store.pages()
  return pages === ALL ? ALL : byAddress(pages)
}

async function drawTouched(
  making: Making,
  touched: Touched,
  before: BeforeAll,
  written: Written,
  onProgress?: BuildRequest['onProgress'],
): Promise<void> {
  const { folder, store, printer } = making
  const { catalogue } = store
  const { days, before: cut } = store.found()
  const search = segmentsAfter(cut, days, printer.catalogue)
  const old = new Set(search.gone((address) => before.recordOf(address) !== undefined))
  if (before.areThere) for (const address of before.stale) folder.remove(address)
  for (const address of before.stale) written.others.add(address)
  const files = (): ReturnType<Before['files']> => before.files().filter((one) => !old.has(one))
  drawChanged(folder, printer, touched, { ...before, files }, written, (done) =>
    onProgress?.({ what: 'files', done, of: touched.size }),
  )
  for (const { address, bytes } of search.files) {
    putPage(folder, address, bytes, before, written)
    old.delete(address)
  }
  for (const address of old) written.others.add(address)
  if (before.areThere) for (const address of old) folder.remove(address)
  printer.settle()
  const pictures = [...touched.values()]
    .flat()
    .flatMap(({ kind, key }) => (kind === 'picture' ? (KINDS.picture.model(key, catalogue) ?? []) : []))
  for (const { address } of pictures) written.others.add(address)
  await putPictures(making, pictures, before)
}
