/**
 * Whether Eleventy would print just what the templates' own functions give: nobody has extended its settings or added a page.
 *
 *   await isStock()   →  true: pages may be drawn directly; false: Eleventy prints them, with whatever was added
 *
 * The settings are asked what they set, and the pages' files must be the adapters of src/site/template.ts and no others. A plug-in, a
 * transform, a filter, a page more or a line more in a page: Eleventy it is.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EleventyConfig } from '@11ty/eleventy'
import eleventy from '../../eleventy.config.ts'

/** Where the pages that Eleventy prints lie. */
export const PAGES = 'src/site/pages'

/** Bytes of pictures and the search page's script are written without Eleventy (./builder.ts). */
const OTHERS = new Set(['README.md', 'picture.11ty.ts', 'script.11ty.ts'])

/** What eleventy.config.ts sets as it comes, in order. */
const SETS = ['setQuietMode true', 'addExtension 11ty.ts', 'addDataExtension ts', 'addTransform picture']

const ADAPTER =
  /^\/\*\*[^*]*\*\/\nimport \{ pagesOf \} from '\.\.\/template\.ts'\n\nexport const \{ data, render \} = pagesOf\('(?<kind>[a-zA-Z]+)'\)\n$/u

/** A folder of pages and settings other than the project's own are for tests. */
export async function isStock({ pages = PAGES, settings = eleventy } = {}): Promise<boolean> {
  return setsNoMore(settings) && (await printsNoMore(pages))
}

function setsNoMore(settings: (config: EleventyConfig) => unknown): boolean {
  const set: string[] = []
  const record = (name: string) => (first: unknown) => void set.push(`${name} ${String(first)}`)
  const config = {
    ignores: new Set<string>(),
    setQuietMode: record('setQuietMode'),
    addExtension: record('addExtension'),
    addDataExtension: record('addDataExtension'),
    addTransform: record('addTransform'),
  }
  try {
    settings(config)
  } catch (error) {
    // Whatever else it would set is not there to be called.
    if (error instanceof TypeError) return false
    throw error
  }
  return set.join('\n') === SETS.join('\n')
}

async function printsNoMore(pages: string): Promise<boolean> {
  const adapters = new Set(await adaptersIn(pages))
  return (await readdir(pages, { recursive: true })).every((name) => OTHERS.has(name) || adapters.has(name))
}

/** The files that print one kind of page each and nothing else: `day.11ty.ts`. */
export async function adaptersIn(pages = PAGES): Promise<string[]> {
  const named = (await readdir(pages, { recursive: true })).map(async (name) => {
    const kind = ADAPTER.exec(await readFile(join(pages, name), 'utf8').catch(() => ''))?.groups?.['kind']
    return `${kind}.11ty.ts` === name ? [name] : []
  })
  return (await Promise.all(named)).flat()
}
