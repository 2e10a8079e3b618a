/**
 * Who builds the same archive, and with which command: each is a process of its own.
 *
 *   contenders({ lake: 'lake.sqlite', store: 'warm.store', documents: 'documents.json' })
 *     →  [{ name: 'ours', args → ['bench/ours.ts', …], before, environment }, drawn, cold, eleventy, readers, …, floor, nunjucks]
 *
 * `ours`, `drawn`, `cold` and `eleventy` print the pages that floor and Nunjucks print; `everything` every file of the site, `readers`
 * all but those that only machines read. A warm store
 * keeps articles' pages as the build before drew them; for `drawn` and what is called so it keeps none, as after a change of a template.
 */
import { rmSync } from 'node:fs'
import { openStore } from '../src/store/store.ts'

export type ContenderName =
  | 'ours'
  | 'drawn'
  | 'cold'
  | 'eleventy'
  | 'readers'
  | 'everything'
  | 'readersDrawn'
  | 'everythingDrawn'
  | 'floor'
  | 'nunjucks'
  | 'hugo'
  | 'astro'
  | 'search'
  | 'grown'

export interface Contender {
  name: ContenderName
  /** What node is started with, in the project's folder. */
  args(output: string): string[]
  environment(output: string): Record<string, string>
  /** What must be so when its clock starts. */
  before?(): void
}

export interface Prepared {
  /** The lake's file with the archive in it. */
  lake: string
  /** A store that has followed that lake; beside it, its name and `.drawn`, another one. */
  store: string
  /** The same documents as one JSON array. */
  documents: string
}

/** As the build script of package.json runs: a larger nursery, and without the compiler that a short run never earns back. */
const FLAGS = ['--max-semi-space-size=64', '--no-opt']

export function contenders({ lake, store, documents }: Prepared): Contender[] {
  const ours = (name: ContenderName, file: string, way: string, what: string): Contender => ({
    name,
    args: (output) => [...FLAGS, 'bench/ours.ts', lake, file, output, way, what],
    environment: () => ({}),
  })
  const cold = `${store}.cold`
  const blank = `${store}.drawn`
  return [
    ours('ours', store, 'direct', 'pages'),
    { ...ours('drawn', blank, 'direct', 'pages'), before: () => keepNothing(blank) },
    {
      ...ours('cold', cold, 'direct', 'pages'),
      before: () => {
        for (const end of ['', '-wal', '-shm']) rmSync(cold + end, { force: true })
      },
    },
    ours('eleventy', store, 'eleventy', 'pages'),
    ours('readers', store, 'direct', 'readers'),
    ours('everything', store, 'direct', 'all'),
    { ...ours('readersDrawn', blank, 'direct', 'readers'), before: () => keepNothing(blank) },
    { ...ours('everythingDrawn', blank, 'direct', 'all'), before: () => keepNothing(blank) },
    floorOver(documents),
    {
      name: 'nunjucks',
      args: (output) => [
        'node_modules/@11ty/eleventy/cmd.cjs',
        '--config=bench/nunjucks/eleventy.config.js',
        `--output=${output}`,
        '--quiet',
      ],
      environment: () => ({ BENCH_DOCUMENTS: documents }),
    },
  ]
}

/** Pages drawn by other sources are of no use. */
export function keepNothing(file: string): void {
  const store = openStore({ file, of: 'bench' })
  store.drawn('none')
  store.close()
}

/** What any program must do. */
export const floorOver = (documents: string): Contender => ({
  name: 'floor',
  args: (output) => ['bench/floor.ts', documents, output],
  environment: () => ({}),
})
