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
import { recallManifest, type Manifest } from '../release/manifest.ts'
import { ReleaseError } from '../release/parts.ts'

export interface OpenRelease {
  root: string
  manifest: Manifest | undefined
}

/** Undefined while there is no site at all. */
export async function openRelease(link: string): Promise<OpenRelease | undefined> {
  const root = await realpath(link).catch(() => undefined)
  return root === undefined ? undefined : { root, manifest: await manifestAt(root) }
}

/** By its seal each time: what was withdrawn may have left a release since somebody was last sent to it. */
const manifestAt = (root: string): Promise<Manifest | undefined> =>
  recallManifest(dirname(root)).catch((error: unknown) => {
    if (error instanceof ReleaseError) return undefined
    throw error
  })
