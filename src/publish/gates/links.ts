/**
 * No link of ours leads nowhere: those of changed pages are followed, and those to pages that go are looked for wherever they may be.
 *
 *   <a href="/people/none.html">  →  refused, or stopped where the page is a list
 */
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { codeOf } from '../release/disk.ts'
import { isPage } from '../release/manifest.ts'
import type { Look, Scene } from './finding.ts'

const OWN = /\s(?:href|src)="(?<to>\/[^"#?]*)/gu

export async function linkLook(scene: Scene): Promise<Look> {
  const { draft, account } = scene
  const leads = (to: string): boolean => {
    const path = decoded(to.endsWith('/') ? `${to}index.html` : to)
    return path !== undefined && (draft.files.has(path) || account.redirects.has(path))
  }
  // An old page that was carried over may name what has gone since; it is marked as old.
  const isFor = (path: string): boolean => path.endsWith('.html') && draft.files.get(path)?.stale !== true
  // Of pages whose links were noted as they were written, each target is asked for once: only where one is missing are they read.
  const noted = draft.seen?.links.values().every(leads) === false ? draft.seen.sums.keys() : []
  return {
    also: [noted, await mayLead(scene)].values().flatMap((paths) => Iterator.from(paths).filter(isFor)),
    isFor,
    find: ({ text }) => {
      const to = linksIn(text()).find((one) => !leads(one))
      if (to === undefined) return undefined
      return {
        field: '',
        reason: `页面里的链接 ${to} 没有着落`,
        remedy: '请检查这份文档所指的文档是否已删除或改了地址',
      }
    },
  }
}

/** Where a page's links and pictures of this site lead. */
export const linksIn = (html: string): IteratorObject<string> =>
  html
    .matchAll(OWN)
    .map(({ groups }) => unescaped(groups?.['to'] ?? ''))
    .filter((to) => !to.startsWith('//'))

/**
 * Where pages have gone, what may lead to them besides what changed: of parts of a list that list's own pages, of any other page every page
 * there is. Other forms of what was withdrawn are linked only from the page that says so now.
 */
async function mayLead({ draft, account, previous }: Scene): Promise<Iterable<string>> {
  const withdrawn = new Set(account.tombstones.flatMap((address) => draft.files.get(address)?.document ?? []))
  const ownerOf = (path: string): string => previous?.manifest.files.get(path)?.document ?? ''
  const missed = draft.gone.filter((path) => isPage(path) && !withdrawn.has(ownerOf(path)))
  const lists = new Set(missed.map((path) => account.partOf?.(path)))
  if (lists.has(undefined)) return draft.files.keys()
  const pages = await Promise.all([...lists].map((list) => pagesOf(list ?? '', draft)))
  return new Set(pages.flat())
}

/** A list's own pages: `/people/x.html`, and what stands below `/people/x/`. */
async function pagesOf(list: string, { folder, files }: Scene['draft']): Promise<string[]> {
  const below = list.replace(/\.html$/u, '')
  const names = await readdir(join(folder, below), { recursive: true }).catch(noneThere)
  return [list, ...names.map((name) => `${below}/${name.split(sep).join('/')}`)].filter((path) => files.has(path))
}

function noneThere(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return []
  throw error
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'")

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
