/**
 * A file → the pages in it: one, or as many as a web archive holds.
 *
 *   openOriginals('a.html')      →  { file: 'a.html', bytes, sha256: '9f86…' }
 *   openOriginals('b.warc.gz')   →  { file: 'b.warc.gz#1', url: 'http://…', capturedAt: '2020-07-02T03:10:00Z', … }, …
 *   openOriginals('absent')      →  { file: 'absent', refused: 'expected a readable file …' }
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { PageFile } from '../../import/parse/page.ts'
import type { RefusedPage } from '../../import/page.ts'
import type { Enclosed } from './enclosed.ts'
import { fromMhtml } from './mhtml.ts'
import { fromWacz, fromWarc } from './warc.ts'

export interface Opened extends PageFile {
  /** Where the file lies, for the pictures beside it. */
  path: string
  capturedAt?: string | undefined
  /** Pictures that lie in the same file. */
  enclosed?: Enclosed
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

export async function* openOriginals(path: string): AsyncGenerator<Opened | RefusedPage> {
  const file = path === '-' ? 'stdin' : basename(path)
  try {
    if (/\.warc(?:\.gz)?$/iu.test(path)) yield* fromWarc(path, file)
    else if (/\.wacz$/iu.test(path)) yield* fromWacz(path, file)
    else {
      const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path)
      if (/\.mht(?:ml)?$/iu.test(path)) yield await fromMhtml(path, file, bytes)
      else yield { file, path, bytes, sha256: sha256(bytes) }
    }
  } catch (error) {
    yield { file, refused: `expected a readable file at ${path}, found ${whyNot(error)}; check the path` }
  }
}

const whyNot = (error: unknown): string => {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message
  return String(error)
}
