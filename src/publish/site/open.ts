/**
 * The release that one request is answered from, from its first byte to its last.
 *
 *   const release = await openRelease('_site')
 *   →  { root: '/…/_site.releases/000042/site', manifest: { … } }
 *
 * The link is followed once for each request: what is switched meanwhile is the next request's. A folder without a manifest, such as
 * another program's, is served as it stands.
 */
import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { recallManifest, ReleaseError, type Manifest } from '../release/manifest.ts'

export interface OpenRelease {
  root: string
  manifest: Manifest | undefined
}

/** Manifests by root, the last few: a release never changes but by losing what was withdrawn, and then it is not the current one. */
const KNOWN = new Map<string, Promise<Manifest | undefined>>()
const KEPT = 3

/** Undefined while there is no site at all. */
export async function openRelease(link: string): Promise<OpenRelease | undefined> {
  const root = await realpath(link).catch(() => undefined)
  return root === undefined ? undefined : { root, manifest: await manifestAt(root) }
}

function manifestAt(root: string): Promise<Manifest | undefined> {
  const known = KNOWN.get(root)
  if (known !== undefined) return known
  const reading = recallManifest(dirname(root)).catch((error: unknown) => {
    if (error instanceof ReleaseError) return undefined
    KNOWN.delete(root)
    throw error
  })
  KNOWN.set(root, reading)
  for (const old of [...KNOWN.keys()].slice(0, -KEPT)) KNOWN.delete(old)
  return reading
}
