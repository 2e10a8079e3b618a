/**
 * One build: Eleventy into a fresh folder beside the site's, a look at what came out, then the switch.
 *
 *   await buildSite('_site')  →  { pages: 61, files: 67 }
 *
 * The old folder stays as it was until the new one is whole, so a build that fails changes nothing that a reader sees. Throws what
 * Eleventy or the lake threw, or BuildError when the folder is not what a site must be.
 */
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Eleventy } from '@11ty/eleventy'
import { surveyFolder, type Survey } from './survey.ts'

/** The folder that came out is not a site; the old one stays. */
class BuildError extends Error {
  override name = 'BuildError'
}

const INPUT = 'src/site/pages'
const CONFIG = 'eleventy.config.ts'

/** The site's folder in, what now stands in it out. */
export async function buildSite(folder: string): Promise<Survey> {
  const site = resolve(folder)
  const next = join(dirname(site), `${basename(site)}.next-${process.pid}`)
  await rm(next, { recursive: true, force: true })
  try {
    const eleventy = new Eleventy(INPUT, next, { configPath: CONFIG, quietMode: true, source: 'script' })
    // It prints an error's stack before it throws the error; who called says the one line that matters.
    eleventy.disableLogger()
    await eleventy.write()
    const survey = surveyFolder(next)
    for (const page of ['index.html', '404.html']) {
      if (!existsSync(join(next, page)))
        throw new BuildError(
          `expected ${page} in the built site, found ${survey.files} other files; the site folder is left as it was`,
        )
    }
    await switchFolder(site, next)
    return survey
  } finally {
    await rm(next, { recursive: true, force: true })
  }
}

/** Two renames on one file system: readers see the old folder or the new one, for an instant neither, never half of one. */
async function switchFolder(site: string, next: string): Promise<void> {
  const old = `${site}.old-${process.pid}`
  if (existsSync(site)) await rename(site, old)
  await rename(next, site)
  await rm(old, { recursive: true, force: true })
}
