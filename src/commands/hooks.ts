/**
 * Which webhooks the embedded lake sends: the one that publishes its own site, and those in the file beside it; and what nobody took.
 *
 *   zebian hooks       →  17  2026-11-28 05:40  zebian publish  article-a  status 400
 *   zebian hooks 17    →  Sent 17 to zebian publish.
 *
 *   ownHook('http://localhost:8080/', secrets)   →  { name: 'zebian publish', url: 'http://localhost:8080/hooks/publish', … }
 *   await hooksBeside(settings)                  →  those of .zebian/lake.sqlite.hooks.json; none where there is no file
 *
 * Hosted Sanity takes the same filter and projection; docs/publishing.md says where.
 */
import { readFile } from 'node:fs/promises'
import { openDoor, type Door } from '../client.ts'
import { readHooks, type Hook } from '../lake/hooks/hook.ts'
import { placesOf } from '../publish/release/places.ts'
import type { Settings } from '../settings.ts'
import { HOOK_PATH } from './desk.ts'
import { keptSecret } from './token.ts'

/** What pages are made from. */
type Sender = ReturnType<NonNullable<Door['lake']>['sendHooks']>

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
const ownSecret = ({ site }: Settings): string => keptSecret(`${placesOf(site.folder).releases}/hook.secret`)

/** All that `zebian start` sends. */
export const hooksOf = async (settings: Settings, site: string): Promise<Hook[]> => [
  ownHook(site, secretsOf(settings)),
  ...(await hooksBeside(settings)),
]

export const secretsOf = (settings: Settings): readonly string[] =>
  settings.publish.secrets.length > 0 ? settings.publish.secrets : [ownSecret(settings)]

/** What nobody took, or one of it once more; exit code 1 when nobody takes it again. */
export async function hooksCommand(settings: Settings, id: string | undefined): Promise<number> {
  const door = openDoor(settings)
  try {
    if (door.lake === undefined)
      throw new Error('expected the embedded lake, found a hosted one; its webhooks are listed at sanity.io/manage')
    // A sender of no hooks sends nothing.
    const sender = door.lake.sendHooks(id === undefined ? [] : await hooksOf(settings, siteUrl(settings)))
    try {
      return id === undefined ? list(sender.failed()) : await sendAgain(sender, Number(id))
    } finally {
      await sender.close()
    }
  } finally {
    door.close()
  }
}

function list(failed: ReturnType<Sender['failed']>): number {
  if (failed.length === 0) console.log('Every webhook was taken.')
  for (const { id, at, hook, document, why } of failed)
    console.log(`${id}  ${at.slice(0, 16).replace('T', ' ')}  ${hook}  ${document}  ${why}`)
  if (failed.length > 0) console.log('To send one again: npm run zebian -- hooks NUMBER')
  return 0
}

async function sendAgain(sender: Sender, id: number): Promise<number> {
  const known = sender.failed()
  const message = known.find((one) => one.id === id)
  if (message === undefined || !sender.again(id))
    throw new Error(
      `expected the number of a webhook that nobody took and that is still set, found ${known.map((one) => one.id).join(', ') || 'none such'}; list them with npm run zebian -- hooks`,
    )
  await sender.idle()
  const still = sender.failed().find((one) => one.id === id)
  console.log(still === undefined ? `Sent ${id} to ${message.hook}.` : `Not taken: ${still.why}`)
  return still === undefined ? 0 : 1
}

const siteUrl = ({ site }: Settings): string =>
  `http://${site.host === '127.0.0.1' ? 'localhost' : site.host}:${site.port}/`

export async function hooksBeside({ lake }: Settings): Promise<Hook[]> {
  const file = `${lake.file}.hooks.json`
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? [] : readHooks(text, file)
}
