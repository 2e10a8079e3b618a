/**
 * Where the releases of a site stand.
 *
 *   placesOf('_site')
 *     →  { link: '/…/_site', releases: '/…/_site.releases', making: '/…/_site.releases/.making-4711', … }
 *   folderOf(places, '000042')      →  '/…/_site.releases/000042'   its pages in site/, its manifest beside them
 *   await releaseIds(places)        →  ['000041', '000042']   oldest first
 *   await currentId(places)         →  '000042', or undefined while there is none
 *
 * Numbers, not instants: a clock that jumps back must not make a new release older than the one before.
 */
import { readdir, readlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

export interface Places {
  /** What readers and servers follow: a link to the pages of one release. */
  link: string
  releases: string
  /** Where this process builds; nobody else reads or removes it while it lives. */
  making: string
  /** The release that left the row last, to be rolled forward into the next one; see ./spare.ts. */
  spare: string
  taken: string
  hold: string
  lock: string
  /** Hooks that were received; see ../receive/queue.ts. */
  queue: string
}

const ID = /^\d{6,}$/u

export function placesOf(site: string): Places {
  const link = resolve(site)
  const releases = join(dirname(link), `${basename(link)}.releases`)
  return {
    link,
    releases,
    making: join(releases, `.making-${process.pid}`),
    spare: join(releases, '.spare'),
    taken: join(releases, 'taken.json'),
    hold: join(releases, 'hold.json'),
    lock: join(releases, 'lock'),
    queue: join(releases, 'queue.sqlite'),
  }
}

export const folderOf = ({ releases }: Places, id: string): string => join(releases, id)
export const pagesOf = (places: Places, id: string): string => join(folderOf(places, id), 'site')

export async function releaseIds({ releases }: Places): Promise<string[]> {
  const names = await readdir(releases).catch(ifMissing<string[]>([]))
  return names.filter((name) => ID.test(name)).toSorted((a, b) => Number(a) - Number(b))
}

export async function nextId(places: Places): Promise<string> {
  const last = (await releaseIds(places)).at(-1)
  return String(Number(last ?? 0) + 1).padStart(6, '0')
}

export async function currentId(places: Places): Promise<string | undefined> {
  const target = await readlink(places.link).catch(ifMissing<string | undefined>(undefined))
  const id = target === undefined ? undefined : basename(dirname(target))
  return id !== undefined && ID.test(id) ? id : undefined
}

/** What a link leads to; EINVAL: a folder stands there, as earlier versions made it. */
function ifMissing<T>(otherwise: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && /^(?:ENOENT|EINVAL)$/u.test(String(error.code))) return otherwise
    throw error
  }
}
