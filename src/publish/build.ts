/**
 * The builder that prints the whole site through Eleventy.
 *
 *   await buildWithEleventy({ folder: '…/.making-1/site', … })  →  what it was made from; every page in the folder
 *
 * Throws what Eleventy or the lake threw, or BuildError when the folder is not what a site must be.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Eleventy } from '@11ty/eleventy'
import type { Builder } from './builder.ts'
import { runJob, type PlainFile } from './job.ts'

/** The folder that came out is not a site; the old one stays. */
class BuildError extends Error {
  override name = 'BuildError'
}

const INPUT = 'src/site/pages'
const CONFIG = 'eleventy.config.ts'
const TEMPLATES = ['src/{site,content,text,search}/**/*.ts', 'sanity/schema/*.ts', '_data/*.ts', CONFIG]

export const buildWithEleventy: Builder = async (request) => {
  const { folder } = request
  const eleventy = new Eleventy(INPUT, folder, { configPath: CONFIG, quietMode: true, source: 'script' })
  // It prints an error's stack before it throws the error; who called says the one line that matters.
  eleventy.disableLogger()
  const { account, files } = await runJob(request, () => eleventy.write())
  writePlain(folder, files)
  for (const page of ['index.html', '404.html']) {
    if (!existsSync(join(folder, page)))
      throw new BuildError(`expected ${page} in the built site, found none; the site is left as it was`)
  }
  return { ...account, template: await templateDigest() }
}

/** One after the other in this thread: nothing else waits, and a thousand promises would cost more than the files. */
function writePlain(folder: string, files: Iterable<PlainFile>): void {
  const made = new Set<string>()
  for (const { address, bytes } of files) {
    const path = join(folder, address)
    const parent = dirname(path)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(path, bytes)
  }
}

const digest: { value?: string } = {}

/** Of the sources as this process loaded them: read once, for a later change of a file changes nothing that runs. */
async function templateDigest(): Promise<string> {
  if (digest.value !== undefined) return digest.value
  const hash = createHash('sha256')
  const files: string[] = []
  for await (const file of glob(TEMPLATES)) files.push(file)
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file))
  digest.value = hash.digest('hex').slice(0, 16)
  return digest.value
}
