/**
 * Reads the plain text fixtures of this folder: cases parted by a line of `---`, comments after `#`.
 *
 *   fixtureCases('subheads.txt')  →  [{ name: 'subheads.txt:3', lines: ['渠水来了，……', '■先量地势 再画渠线', …] }, …]
 *   readLines(['渠水到了', '2024年06月02日'])  →  the OriginalPage of these lines
 */
import { readFileSync } from 'node:fs'
import type { OriginalPage } from '../../src/import/page.ts'
import { parseText } from '../../src/import/parse/text.ts'

interface FixtureCase {
  name: string
  lines: string[]
}

export function fixtureCases(file: string): FixtureCase[] {
  const cases: FixtureCase[] = []
  let at = 0
  for (const block of readFileSync(new URL(file, import.meta.url), 'utf8').split(/^---\n/mu)) {
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('# '))
    cases.push({ name: `${file}:${at + 1 + block.split('\n').indexOf(lines[0] ?? '')}`, lines })
    at += block.split('\n').length
  }
  return cases
}

/** A page's lines in, a blank line set between them, what they say out; an error when they are refused. */
export function readLines(lines: readonly string[]): OriginalPage {
  const page = parseText({ file: 'a.txt', text: lines.join('\n\n'), sha256: '' })
  if ('refused' in page) throw new Error(`expected a page, found it refused: ${page.refused}`)
  return page
}
