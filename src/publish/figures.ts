/**
 * How much of what a release holds, counted once it is drawn, and the page of it that says so.
 *
 *   sizesOf(files, classOf, previous)         →  { article: [61, 812004], list: [185, 640112], … }: files and bytes by class
 *   await printFigures(draft, account, previous)   →  the page is printed with them, as a file of the draft like any other
 *
 * Of a large archive only what differs from the release before is looked at. The page itself is in none of the figures: its bytes turn on
 * what it says.
 */
import type { Account } from './builder.ts'
import { replaceIn, type Draft, type Previous } from './release/draft.ts'
import type { Manifest, Sizes } from './release/manifest.ts'
import { Table } from './release/table.ts'

/** A builder's page that can be printed only when the release is known. */
export interface Figured {
  address: string
  /** The class of a file by its path. */
  classOf: (path: string) => string
  print: (figures: Figures) => string
}

export interface Figures {
  sizes: Sizes
  /** Documents in quarantine. */
  refused: number
}

export function sizesOf(
  files: Manifest['files'],
  { address, classOf }: Figured,
  previous: Pick<Manifest, 'files' | 'sizes'> | undefined,
): Sizes {
  const counted = previous?.sizes
  const before: Manifest['files'] = counted === undefined || previous === undefined ? Table.of([]) : previous.files
  const sizes = new Map(Object.entries(counted ?? {}))
  const add = (path: string, count: number, bytes: number): void => {
    const name = classOf(path)
    const [files, all] = sizes.get(name) ?? [0, 0]
    sizes.set(name, [files + count, all + bytes])
  }
  for (const path of files.differing(before)) {
    const [old, now] = [before.get(path), files.get(path)]
    if (path === address) continue
    if (old !== undefined) add(path, -1, -old.bytes)
    if (now !== undefined) add(path, 1, now.bytes)
  }
  return Object.fromEntries([...sizes].filter(([, [count]]) => count > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export async function printFigures(
  draft: Draft,
  { figured, quarantined }: Account,
  previous: Previous | undefined,
): Promise<void> {
  if (figured === undefined || !draft.files.has(figured.address)) return
  const sizes = sizesOf(draft.files, figured, previous?.manifest)
  await replaceIn(draft, figured.address, figured.print({ sizes, refused: quarantined.length }), previous)
}
