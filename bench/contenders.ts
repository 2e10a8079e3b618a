/**
 * Who builds the same archive, and with which command: each is a process of its own.
 *
 *   contenders({ lake: 'lake.sqlite', documents: 'documents.json' })
 *     →  [{ name: 'ours', args → ['tools/zebian.mjs', 'build'], environment → { LAKE_FILE, SITE_FOLDER } }, floor, nunjucks]
 *
 * Ours is the script `build` of package.json, word for word.
 */
import project from '../package.json' with { type: 'json' }

export type ContenderName = 'ours' | 'floor' | 'nunjucks' | 'search'

export interface Contender {
  name: ContenderName
  /** What node is started with, in the project's folder. */
  args(output: string): string[]
  environment(output: string): Record<string, string>
}

export interface Prepared {
  /** The lake's file with the archive in it. */
  lake: string
  /** The same documents as one JSON array. */
  documents: string
}

export function contenders({ lake, documents }: Prepared): Contender[] {
  return [
    {
      name: 'ours',
      args: () => buildScript(),
      environment: (output) => ({ LAKE_FILE: lake, SITE_FOLDER: output }),
    },
    { name: 'floor', args: (output) => ['bench/floor.ts', documents, output], environment: () => ({}) },
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

/** `node --flag tools/zebian.mjs build` in package.json in, `['--flag', 'tools/zebian.mjs', 'build']` out. */
function buildScript(): string[] {
  const [program, ...args] = project.scripts.build.split(' ')
  if (program === 'node') return args
  throw new Error(`expected the script “build” in package.json to begin with node, found “${project.scripts.build}”`)
}
