/**
 * Which room may import what: the table of the design, as data. A room that is not in the table does not exist.
 *
 *   offencesOf({ path: 'src/site/views/a.ts', imports: ['src/client.ts'], … })
 *     →  ['src/site/views/a.ts imports src/client.ts: src/site may import src/content, src/text and no package']
 */
import type { SourceFile } from './sources.ts'

interface Room {
  /** A folder with all below it, or one file. The longest that fits is a file's room. */
  room: string
  /** Folders and files of ours; a room may always import itself. */
  ours: readonly string[]
  /** Packages of npm, and `node:*` for Node's own modules. */
  packages: readonly string[]
  never?: readonly string[]
}

const VOCABULARY = ['sanity/schema', 'sanity/types.ts']
const ANY = ['*']

export const ROOMS: readonly Room[] = [
  { room: 'sanity/schema', ours: [], packages: ['@sanity/types'] },
  { room: 'sanity/types.ts', ours: [], packages: ['@sanity/client'] },
  {
    room: 'sanity/studio',
    ours: [
      ...VOCABULARY,
      'src/text',
      'src/import',
      'src/content',
      'src/site/views',
      'src/site/html.ts',
      'src/site/styles',
    ],
    packages: [
      'sanity',
      '@sanity/ui',
      '@sanity/icons',
      '@sanity/vision',
      '@sanity/locale-zh-hans',
      'react',
      'styled-components',
      '@sanity/client',
      '@noble/hashes',
    ],
    never: ['src/content/answers.ts', 'src/content/types.ts'],
  },
  {
    room: 'sanity',
    ours: ['sanity/schema', 'sanity/studio'],
    packages: ['sanity', '@sanity/locale-zh-hans', '@sanity/vision'],
  },
  { room: 'src/text', ours: ['sanity/schema'], packages: ['luxon', 'markdown-it', 'markdown-it-cjk-friendly'] },
  { room: 'src/import', ours: [...VOCABULARY, 'src/text'], packages: ['parse5'] },
  { room: 'src/sqlite', ours: [], packages: ['node:*'] },
  { room: 'src/lake', ours: ['src/sqlite'], packages: ['groq-js', '@sanity/mutator', 'mendoza', 'sharp', 'node:*'] },
  { room: 'src/client.ts', ours: ['src/lake', 'src/settings.ts'], packages: ['@sanity/client', 'node:*'] },
  { room: 'src/settings.ts', ours: [], packages: ['valibot'] },
  {
    room: 'src/content',
    ours: [...VOCABULARY, 'sanity/schema.json', 'src/text', 'src/search'],
    packages: ['groq', 'groq-js'],
  },
  {
    room: 'src/site',
    ours: ['src/content', 'src/formats', 'src/text', 'src/search/make/module.ts'],
    packages: [],
    never: ['src/content/queries.ts', 'src/content/answers.ts', 'src/content/types.ts'],
  },
  { room: 'src/search', ours: [], packages: [], never: ['src/search/make', 'src/search/script'] },
  { room: 'src/search/script', ours: ['src/search'], packages: ['opencc-js', 'pinyin-pro'] },
  { room: 'src/search/browser', ours: ['src/search'], packages: [], never: ['src/search/make', 'src/search/script'] },
  { room: 'src/search/make', ours: ['src/search'], packages: ['rolldown', 'node:*'] },
  {
    room: 'src/formats',
    ours: ['src/content', 'src/text', 'sanity/schema'],
    packages: ['groq-js', 'diff'],
    never: ['src/content/queries.ts', 'src/content/answers.ts'],
  },
  {
    room: 'src/cards',
    ours: ['src/content', 'src/site/styles/tokens.ts'],
    packages: ['harfbuzzjs', 'wawoff2', 'sharp', 'node:*'],
  },
  { room: 'src/hosting', ours: [], packages: ['node:*'] },
  {
    room: '_data',
    ours: ['src/client.ts', 'src/content', 'src/build/batch.ts', 'src/settings.ts', 'src/store/pictures.ts'],
    packages: ['node:*'],
  },
  {
    room: 'src/store',
    ours: ['sanity/schema', 'src/content', 'src/search/segments.ts', 'src/cards/card.ts', 'src/sqlite'],
    packages: ['sharp', 'node:*'],
  },
  {
    room: 'src/build',
    ours: [
      'src/store',
      'src/content',
      'src/site',
      'src/search',
      'src/publish/builder.ts',
      'src/publish/figures.ts',
      'src/publish/gates/seeing.ts',
      'src/publish/release/manifest.ts',
      'src/publish/release/table.ts',
      'eleventy.config.ts',
      'package.json',
    ],
    packages: ['@11ty/eleventy', 'node:*'],
  },
  { room: 'src/publish', ours: ['src/settings.ts'], packages: ['valibot', 'node:*'] },
  {
    room: 'src/commands',
    ours: [
      'sanity/schema',
      'sanity/schema.json',
      'src/client.ts',
      'src/content/versions.ts',
      'src/formats',
      'src/hosting',
      'src/import',
      'src/lake/lake.ts',
      'src/lake/serve.ts',
      'src/lake/hooks/hook.ts',
      'src/publish',
      'src/build',
      'src/store',
      'src/search/script',
      'src/settings.ts',
      'src/site/styles',
    ],
    packages: ['@sanity/import', '@sanity/export', '@sanity/client', 'warcio', 'yauzl', 'postal-mime', 'node:*'],
  },
  { room: 'src/cli.ts', ours: ['src'], packages: ['commander', '@sanity/client', 'node:*'] },
  { room: 'eleventy.config.ts', ours: [], packages: ['@11ty/eleventy', 'node:*'] },
  { room: 'vitest.config.ts', ours: [], packages: ['vitest'] },
  { room: 'tools', ours: ['src/cli.ts'], packages: ['node:*'] },
  { room: 'bench', ours: ['package.json', 'src', 'sanity', '_data', 'test/browser', 'test/hosting'], packages: ANY },
  { room: 'test', ours: ['src', 'sanity', '_data', 'bench', 'tools', 'eleventy.config.ts'], packages: ANY },
]

const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

export function roomOf(path: string): Room | undefined {
  const fitting = ROOMS.filter(({ room }) => isIn(path, room))
  return fitting.toSorted((a, b) => b.room.length - a.room.length)[0]
}

/** A file and its imports in, every import that its room does not allow out. */
export function offencesOf({ path, imports }: Pick<SourceFile, 'path' | 'imports'>): string[] {
  const room = roomOf(path)
  if (room === undefined)
    return [`${path} is in no room: add the room to test/house/rooms.ts by a decision in docs/decisions`]
  const ours = room.ours.join(', ')
  const packages = room.packages.join(', ')
  return imports
    .filter((name) => !mayImport(room, name))
    .map(
      (name) =>
        `${path} imports ${name}: ${room.room} may import ${ours || 'nothing of ours'} and ${packages || 'no package'}`,
    )
}

function mayImport({ room, ours, packages, never = [] }: Room, name: string): boolean {
  if (name.startsWith('node:')) return packages.includes('node:*') || packages.includes('*')
  if (never.some((place) => isIn(name, place))) return false
  // Nobody imports the command line but the file that starts it; what has an extension is a file of ours.
  if (name === 'src/cli.ts') return ours.includes(name)
  if (!/\.[a-z]+$/u.test(name)) return packages.includes(name) || packages.includes('*')
  return isIn(name, room) || ours.some((place) => isIn(name, place))
}
