/**
 * `zebian read FILE…`: says what original pages say, and writes nothing.
 *
 *   zebian read a.txt          →  引题 …  标题 …  责编 …
 *   zebian read a.txt --json   →  {"file":"a.txt","title":"…",…}   one object a line
 *
 * Exit code 1 when a page was refused; the others are printed all the same.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OriginalPage, RefusedPage } from '../import/page.ts'
import { parsePage } from '../import/parse/page.ts'

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** A file's path in, its page or why it is none out; a file that is not there is refused like any other. */
export async function readPage(path: string): Promise<OriginalPage | RefusedPage> {
  const file = basename(path)
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  })
  if (typeof bytes === 'string')
    return { file, refused: `expected a readable file at ${path}, found ${bytes}; check the path` }
  return parsePage({ file, bytes, sha256: sha256(bytes) })
}

export async function readCommand(files: readonly string[], { json = false }: { json?: boolean }): Promise<number> {
  let refused = 0
  for (const file of files) {
    const page = await readPage(file)
    refused += 'refused' in page ? 1 : 0
    console.log(json ? JSON.stringify(page) : describePage(page))
  }
  return refused === 0 ? 0 : 1
}

function describePage(page: OriginalPage | RefusedPage): string {
  if ('refused' in page) return `${page.file}\n  refused: ${page.refused}\n`
  const rows: [string, string | undefined][] = [
    ['引题', page.kicker],
    ['标题', page.title],
    ['副题', page.subtitle],
    ['时间', page.publishedAt],
    ['来源', page.source?.name],
    ['原标题', page.originalTitle],
    ['电头', page.dateline],
    ...page.sections.map(({ heading, paragraphs }): [string, string] => [
      '正文',
      `${heading === undefined ? '' : `${heading}：`}${paragraphs.length} 段`,
    ]),
    ['版次', page.printReference],
    ...page.credits.map(({ label, role, people }): [string, string] => [
      label === '' ? role : label,
      people.map(({ name }) => name).join('、'),
    ]),
    ...page.problems.map((problem): [string, string] => ['请核对', problem]),
  ]
  return `${page.file}\n${rows.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}　${value}`])).join('\n')}\n`
}
