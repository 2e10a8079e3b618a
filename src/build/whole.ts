/**
 * Every page of a site, into the folder of a release.
 *
 *   await drawWhole(making, before, { previous, secrets, template, threads: 4 })   →  what was seen of its files as they were written
 *   await printWhole(making, before, onProgress)                                →  by Eleventy, with whatever somebody added to it
 *   await putPictures(making, picturesOf(catalogue), before)
 */
import { join } from 'node:path'
import { picturesOf } from '../content/pages.ts'
import type { PictureFile } from '../content/picture.ts'
import type { BuildRequest, Seen } from '../publish/builder.ts'
import type { Source } from '../store/ask.ts'
import type { Store } from '../store/store.ts'
import type { Before } from './changed.ts'
import { crewFor, drawByMany } from './crew.ts'
import { placesIn, WHOLE } from './draw.ts'
import type { Folder } from './folder.ts'
import { drawPart, type Drawn } from './part.ts'
import type { Printer } from './printer.ts'
import { indexFiles } from './search.ts'

/** What a build works with: from where, by whom, into what. */
export interface Making {
  folder: Folder
  store: Store
  printer: Printer
  door: Source
}

interface Whole extends Pick<BuildRequest, 'previous' | 'secrets' | 'onProgress'> {
  template: string
  /** As many as are worth it where nothing is said. */
  threads: number | undefined
}

const articlesIn = ({ catalogue }: Store): number => catalogue.tallies('day').reduce((sum, { count }) => sum + count, 0)

/** Every page drawn; one that came out as it was is a link to the last release's. */
export async function drawWhole(
  making: Making,
  before: Before,
  { previous, secrets = {}, template, threads, onProgress = () => {} }: Whole,
): Promise<Seen> {
  const { folder, store, printer } = making
  const { db, catalogue } = store
  const all = articlesIn(store)
  const onDrawn = ({ articles, files }: Drawn): void =>
    onProgress(articles < all ? { what: 'articles', done: articles, of: all } : { what: 'files', done: files })
  const alone = { folder, printer, before, secrets, shard: WHOLE, drawn: () => Promise.resolve(), onDrawn }
  const job = {
    store: { file: db.file, of: store.of },
    template,
    folder: folder.path,
    previous: previous?.folder,
    secrets,
  }
  const many = threads ?? crewFor(all)
  const seen = await (many > 1 ? drawByMany(many, job, onDrawn) : drawPart(alone))
  await putPictures(making, picturesOf(catalogue), before)
  return seen
}

/** Someone has extended Eleventy: what it adds to a page, or which pages, no one else can tell. */
export async function printWhole(
  making: Making,
  before: Before,
  onProgress: BuildRequest['onProgress'] = () => {},
): Promise<void> {
  const { folder, store, printer } = making
  const { drawWithEleventy } = await import('./eleventy.ts')
  await drawWithEleventy(folder.path, store.catalogue, printer, placesIn(store.catalogue), {
    onPrinted: (done) => onProgress({ what: 'files', done }),
  })
  for (const { address, bytes } of indexFiles(printer.catalogue)) folder.write(address, bytes)
  printer.settle()
  await putPictures(making, picturesOf(store.catalogue), before)
}

/** A picture's name is the digest of its bytes, and one that the last release has is the same; a card's is its article's. */
export async function putPictures(
  { folder, store: { pictures }, door }: Making,
  files: readonly PictureFile[],
  before: Before,
): Promise<void> {
  for (const file of files) {
    const old =
      'card' in file || before.recordOf(file.address) === undefined ? undefined : join(before.folder, file.address)
    folder.link(file.address, old ?? (await pictures.file(file, door)))
  }
}
