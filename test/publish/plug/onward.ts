/**
 * What the next release is after a power cut, made as a builder makes it that draws only what has changed: whatever the cut left in the
 * folders that releases are made of is in it.
 *
 *   await goOn(placesOf('/tmp/after/site'))   →  [], or ['release 000007 after the cut: /a/p3.html: expected the digest …']
 */
import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Builder } from '../../../src/publish/builder.ts'
import { makeRelease } from '../../../src/publish/make.ts'
import { releaseIds, type Places } from '../../../src/publish/release/places.ts'
import { verifyRelease } from '../../../src/publish/release/verify.ts'
import { WANT } from '../paper.ts'

const MORE = '/more.html'

/** Touches one page, and trusts that all else is the last release's. */
const builder: Builder = async ({ folder, previous, rollForward }) => {
  if (previous === undefined) throw new Error('expected a release before the power was cut, found none')
  const { manifest } = previous
  if (!((await rollForward?.()) ?? false))
    for (const path of manifest.files.keys()) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await link(join(previous.folder, path), join(folder, path))
    }
  await rm(join(folder, MORE), { force: true })
  await writeFile(
    join(folder, MORE),
    '<!doctype html><html lang="zh-Hans"><head><title>再</title></head><body></body></html>\n',
  )
  const { template, documents, redirects, tombstones } = manifest
  return {
    template,
    documents,
    redirects,
    tombstones,
    pages: {},
    quarantined: [],
    credits: () => undefined,
    touched: [MORE],
  }
}

/** What is wrong with it or with any release that is kept beside it. */
export async function goOn(places: Places): Promise<string[]> {
  const press = { places, builder, kept: 3, secrets: {}, stillThere: () => Promise.resolve([]), now: () => new Date() }
  await makeRelease(press, WANT, { force: true })
  const wrong: string[] = []
  for (const id of await releaseIds(places))
    for (const problem of (await verifyRelease(places, id)).slice(0, 1))
      wrong.push(`release ${id} after the cut: ${problem}`)
  return wrong
}
