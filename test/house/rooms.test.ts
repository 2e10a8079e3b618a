/** The rooms of the house: who imports whom, and what each folder says of itself. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offencesOf, ROOMS, roomOf } from './rooms.ts'
import { FILES, GENERATED, importsOf, ROOT, SOURCES } from './sources.ts'

describe('every source file', () => {
  it('stands in a room of the table and imports what its room may', () => {
    expect(SOURCES.length).toBeGreaterThan(80)
    expect(SOURCES.flatMap(offencesOf)).toEqual([])
  })

  it('has at most 200 lines, but for generated ones', () => {
    const long = SOURCES.filter(({ path, lines }) => lines > 200 && !GENERATED.includes(path))
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
  })

  it('begins by saying what it is', () => {
    const silent = SOURCES.filter(
      ({ path }) => !GENERATED.includes(path) && !path.startsWith('test/') && !/^(?:#!.*\n)?\/\*\*/u.test(textOf(path)),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })
})

describe('the table of rooms', () => {
  it.each([
    ['src/site/views/a.ts', 'src/client.ts'],
    ['src/site/views/a.ts', 'node:fs'],
    ['src/site/views/a.ts', 'src/content/queries.ts'],
    ['src/content/a.ts', 'src/lake/lake.ts'],
    ['src/content/a.ts', 'node:crypto'],
    ['src/text/a.ts', 'src/content/article.ts'],
    ['src/text/a.ts', 'parse5'],
    ['src/import/a.ts', 'src/lake/lake.ts'],
    ['src/lake/a.ts', 'sanity/schema/roles.ts'],
    ['src/lake/a.ts', 'src/settings.ts'],
    ['src/publish/a.ts', 'src/lake/lake.ts'],
    ['src/publish/a.ts', 'src/site/views/article.ts'],
    ['src/commands/a.ts', 'src/cli.ts'],
    ['_data/a.ts', 'src/lake/lake.ts'],
    ['_data/a.ts', 'src/site/html.ts'],
    ['sanity/schema/a.ts', 'sanity'],
    ['sanity/schema/a.ts', 'src/text/names.ts'],
    ['sanity/studio/a.tsx', 'src/lake/lake.ts'],
    ['sanity/studio/a.tsx', 'src/client.ts'],
    ['sanity/studio/a.tsx', 'src/publish/make.ts'],
    ['sanity/studio/a.tsx', 'node:path'],
    ['src/client.ts', 'src/content/documents.ts'],
    ['src/text/a.ts', 'test/text/lines.ts'],
  ])('does not let %s import %s', (path, name) => {
    expect(offencesOf({ path, imports: [name] })).toHaveLength(1)
  })

  it.each(['src/utils/a.ts', 'src/a.ts', 'lib/a.ts'])('knows no room for %s', (path) => {
    expect(roomOf(path)).toBe(undefined)
    expect(offencesOf({ path, imports: [] })).toHaveLength(1)
  })

  it('holds no room that is not there', () => {
    expect(ROOMS.filter(({ room }) => !FILES.some((path) => path === room || path.startsWith(`${room}/`)))).toEqual([])
  })

  it('reads imports in every form', () => {
    const text = `
/** import { example } from './comment.ts' */
import a from 'a'
import type { B } from './b.ts'
import {
  c,
  type D,
} from '../c.ts'
import './d.ts'
export { e } from './e.ts'
export * from './f.ts'
const g = await import('./g.ts')
// import h from 'h'
export const from = 'i'
`
    expect(importsOf(text)).toEqual(['a', './b.ts', '../c.ts', './d.ts', './e.ts', './f.ts', './g.ts'])
  })
})

describe('every folder', () => {
  const folders = [...new Set(SOURCES.map(({ folder }) => folder))].filter((folder) => folder !== '.').toSorted()

  it('says in one sentence what it holds, in its README.md or by name in that of the folder above', () => {
    expect(folders.filter((folder) => sentenceOf(folder) === undefined)).toEqual([])
  })
})

const textOf = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')

/** The first line of a folder's README.md that is a sentence, or the sentence above that names it: `parse/` …. */
function sentenceOf(folder: string): string | undefined {
  const own = posix.join(folder, 'README.md')
  if (FILES.includes(own))
    return textOf(own)
      .split('\n')
      .find((line) => /^[^#\s].{20,}/u.test(line))
  const above = posix.join(posix.dirname(folder), 'README.md')
  if (!FILES.includes(above)) return undefined
  return textOf(above)
    .split('\n')
    .find((line) => line.includes(`\`${posix.basename(folder)}/\``))
}
