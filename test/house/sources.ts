/**
 * The project's own source files and what they import.
 *
 *   SOURCES[0]  →  { path: 'src/cli.ts', folder: 'src', lines: 140, imports: ['commander', 'src/client.ts', …] }
 *
 * An import of ours is given as a path from the checkout, any other by the name of its package.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface SourceFile {
  path: string
  folder: string
  lines: number
  imports: string[]
}

const ROOMS = ['sanity', 'src', '_data', 'bench', 'test', 'tools', 'docs']
const SKIPPED = /(?:^|\/)(?:node_modules|dist|\.sanity|\.cache)(?:\/|$)/u
/** Written by Sanity TypeGen. */
export const GENERATED: readonly string[] = ['sanity/types.ts']

/** Every file below a folder of the checkout, by its path. */
function filesBelow(folder: string): string[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(ROOT.length), entry.name))
    .filter((path) => !SKIPPED.test(path))
}

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"](?<name>[^'"]+)['"]|\bimport\(\s*['"](?<called>[^'"]+)['"]/gu

const topFiles = readdirSync(ROOT).filter((name) => /\.(?:ts|mjs)$/u.test(name))
const exists = new Set(readdirSync(ROOT))

export const FILES: readonly string[] = [...ROOMS.filter((room) => exists.has(room)).flatMap(filesBelow), ...topFiles]

export const SOURCES: readonly SourceFile[] = FILES.filter((path) => /\.(?:ts|tsx|mjs)$/u.test(path)).map((path) => {
  const text = readFileSync(`${ROOT}${path}`, 'utf8')
  const folder = posix.dirname(path)
  return {
    path,
    folder,
    lines: text.trimEnd().split('\n').length,
    imports: importsOf(text).map((name) => whole(name, folder)),
  }
})

/** The names in a module's imports, type imports too; examples in comments do not count. */
export function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '')
  return [...code.matchAll(STATEMENT)].map(({ groups }) => groups?.['name'] ?? groups?.['called'] ?? '')
}

function whole(name: string, folder: string): string {
  if (name.startsWith('.')) return posix.join(folder, name)
  if (name.startsWith('node:')) return name
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}
