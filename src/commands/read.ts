/**
 * `zebian read FILE…`: says what original pages say, and writes nothing.
 *
 *   zebian read a.html          →  引题 …  标题 …  责编 …
 *   zebian read a.html --json   →  {"file":"a.html","title":"…",…}   one object a line
 *
 * A file, a folder, a pattern, a web archive, or `-` for standard input. Exit code 1 when a page was refused; the others are printed
 * all the same.
 */
import { describePage } from './originals/describe.ts'
import { readOriginals, type Reading } from './originals/pages.ts'

export interface ReadOptions extends Reading {
  json?: boolean
}

export async function readCommand(
  files: readonly string[],
  { json = false, ...reading }: ReadOptions,
): Promise<number> {
  let refused = 0
  for await (const { page } of readOriginals(files, reading)) {
    refused += 'refused' in page ? 1 : 0
    console.log(json ? JSON.stringify(page) : describePage(page))
  }
  return refused === 0 ? 0 : 1
}
