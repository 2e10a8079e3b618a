/**
 * A part of a whole site drawn into a release's folder: its pages, then its stretches of the search index.
 *
 *   const seen = await drawPart({ folder, printer, before, secrets, shard: { shard: 1, of: 1 }, drawn: () => Promise.resolve(), onDrawn: () => {} })
 *     →  { sums: Map { '/index.html' → { sha256, bytes } … }, links: Set { … }, problems: [] }
 *
 * A file that came out as it was is a link to the last release's. Each is looked at while its bytes are at hand (publish/gates/seeing.ts).
 * The index is made of what was told of articles when they were drawn, so it waits (`drawn`) until all of them are, whoever draws them.
 */
import { creditsAt } from '../content/account.ts'
import type { Seen } from '../publish/builder.ts'
import { openSeeing } from '../publish/gates/seeing.ts'
import { OFTEN, putPage, type Before } from './changed.ts'
import { drawAll, type Shard } from './draw.ts'
import type { Folder } from './folder.ts'
import type { Printer } from './printer.ts'
import { searchFiles } from './search.ts'

export interface Part {
  folder: Folder
  printer: Printer
  before: Before
  secrets: Readonly<Record<string, string>>
  shard: Shard
  /** Resolves when the pages of every part are drawn. */
  drawn: () => Promise<void>
  /** Told how far it is, every few hundred files. */
  onDrawn: (so: Drawn) => void
}

/** How many articles' pages, and how many files in all. */
export interface Drawn {
  articles: number
  files: number
}

export async function drawPart({ folder, printer, before, secrets, shard, drawn, onDrawn }: Part): Promise<Seen> {
  const { catalogue } = printer
  const seeing = openSeeing(secrets, (address) => creditsAt(address, catalogue))
  const put = (address: string, content: string | Uint8Array): void => {
    const bytes = Buffer.from(content)
    const text = typeof content === 'string' ? content : undefined
    seeing.see(address, text, bytes, putPage(folder, address, bytes, before))
  }
  const so: Drawn = { articles: 0, files: 0 }
  const drew = (): void => {
    so.files += 1
    if (so.files % OFTEN === 0) onDrawn(so)
  }
  drawAll({ write: put }, catalogue, printer, shard, ({ kind }) => {
    if (kind === 'article') so.articles += 1
    drew()
  })
  await drawn()
  for await (const { address, bytes } of searchFiles(catalogue, shard)) {
    put(address, bytes)
    drew()
  }
  printer.settle()
  return seeing.seen
}
