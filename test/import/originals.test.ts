/** Saved pages of real papers, where they lie beside the checkout: how much is read of what a person reads on them. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { OriginalPage, RefusedPage } from '../../src/import/page.ts'
import { parsePage } from '../../src/import/parse/page.ts'
import { parseHtml } from '../../src/import/parse/html/page.ts'
import { readBytes } from '../../src/import/read.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/originals/', import.meta.url))
const there = existsSync(`${FOLDER}gold.json`)
const FILES = there
  ? readdirSync(`${FOLDER}pages`).map((file) => ({ file, bytes: readFileSync(`${FOLDER}pages/${file}`) }))
  : []

if (!there) console.log(`No saved pages were read: there is no ${FOLDER}.`)

/** Fields of the score and how many of how many pages are right: `{ title: [34, 34], … }`. */
function score(pages: readonly (OriginalPage | RefusedPage)[]): Record<string, number[]> {
  const input = pages.map((page) => JSON.stringify(page)).join('\n')
  const table = execFileSync(process.execPath, [`${FOLDER}score.mjs`, `${FOLDER}gold.json`], {
    input,
    encoding: 'utf8',
  })
  console.log(table)
  const rows = [...table.matchAll(/^(?<field>\S[^\n]*?) {2,}(?<right>\d+)\/(?<all>\d+)$/gmu)]
  return Object.fromEntries(
    rows.map(({ groups }) => [groups?.['field'], [Number(groups?.['right']), Number(groups?.['all'])]]),
  )
}

/** Fields whose misses are more than `most` allows, none where it names none. */
const short = (scores: Record<string, number[]>, most: Record<string, number>): string[] =>
  Object.entries(scores).flatMap(([field, [right = 0, all = 0]]) =>
    all - right > (most[field] ?? 0) ? [`${field} ${right}/${all}`] : [],
  )

describe.runIf(there)('saved pages of real papers', () => {
  it('are read by their templates with at most two misses in a field', () => {
    const scores = score(FILES.map(({ file, bytes }) => parsePage({ file, bytes, sha256: '' })))
    expect(Object.keys(scores)).toHaveLength(14)
    expect(short(scores, { reporters: 1, 'paragraph count': 1 })).toEqual([])
  })

  it('are read nearly as well with no template at all', () => {
    const pages = FILES.map(({ file, bytes }) => {
      const read = readBytes(bytes)
      return 'refused' in read ? { file, ...read } : parseHtml({ file, text: read.text, sha256: '' }, [])
    })
    expect(short(score(pages), { source: 1, reporters: 1, 'paragraph count': 1 })).toEqual([])
  })
})
