/**
 * Which webhooks the embedded lake sends: the one that publishes its own site, and those in the file beside it.
 *
 *   ownHook('http://localhost:8080/', secrets)   →  { name: 'zebian publish', url: 'http://localhost:8080/hooks/publish', … }
 *   await hooksBeside(settings)                  →  those of .zebian/lake.sqlite.hooks.json; none where there is no file
 *
 * Hosted Sanity takes the same filter and projection; docs/publishing.md says where.
 */
import { readFile } from 'node:fs/promises'
import { readHooks, type Hook } from '../lake/hooks/hook.ts'
import { placesOf } from '../publish/release/places.ts'
import type { Settings } from '../settings.ts'
import { HOOK_PATH } from './desk.ts'
import { keptSecret } from './token.ts'

/** What pages are made from. */
const FILTER = '_type in ["article", "profile", "channel", "source"] || _id == "site"'
/** Only what says which state to wait for, so that it is signed; the documents themselves are asked for. */
const PROJECTION = '{ _id, _type, _rev, _updatedAt, "operation": delta::operation() }'

export function ownHook(site: string, [secret]: readonly string[]): Hook {
  return {
    name: 'zebian publish',
    url: new URL(HOOK_PATH, site).href,
    secret,
    on: ['create', 'update', 'delete'],
    filter: FILTER,
    projection: PROJECTION,
    method: 'POST',
    headers: {},
    includeDrafts: false,
    includeAllVersions: false,
  }
}

/** Of this machine, kept beside the releases. */
export const ownSecret = ({ site }: Settings): string => keptSecret(`${placesOf(site.folder).releases}/hook.secret`)

export async function hooksBeside({ lake }: Settings): Promise<Hook[]> {
  const file = `${lake.file}.hooks.json`
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? [] : readHooks(text, file)
}
