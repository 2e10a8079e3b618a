/**
 * No link of ours leads nowhere: those of changed pages are followed, and those to pages that go are looked for wherever they may be.
 *
 *   <a href="/people/none.html">  →  refused, or stopped where the page is a list
 */
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { codeOf } from '../release/disk.ts'
import { abreast, textIn } from '../release/draft.ts'
import { isPage } from '../release/manifest.ts'
import { refuse, type Finding, type Gate, type Scene } from './finding.ts'

const OWN = /\s(?:href|src)="(?<to>\/[^"#?]*)/gu

export const linkGate: Gate = async (scene) => {
  const { draft, account } = scene
  const leads = (to: string): boolean => {
    const path = decoded(to.endsWith('/') ? `${to}index.html` : to)
    return path !== undefined && (draft.files.has(path) || account.redirects.has(path))
  }
  const findings: Finding[] = []
  await abreast(
    [...(await mayLead(scene))].filter((path) => path.endsWith('.html')),
    async (path) => {
      // An old page that was carried over may name what has gone since; it is marked as old.
      if (draft.files.get(path)?.stale === true) return
      const text = await textIn(draft, path)
      for (const { groups } of text.matchAll(OWN)) {
        const to = unescaped(groups?.['to'] ?? '')
        if (to.startsWith('//') || leads(to)) continue
        findings.push(
          refuse(scene, path, {
            field: '',
            reason: `页面里的链接 ${to} 没有着落`,
            remedy: '请检查这份文档所指的文档是否已删除或改了地址',
          }),
        )
        return
      }
    },
  )
  return findings
}

/**
 * What changed; where pages have gone, what may lead to them too: of parts of a list that list's own pages, of any other page every page
 * there is. Other forms of what was withdrawn are linked only from the page that says so now.
 */
async function mayLead({ draft, account, previous }: Scene): Promise<Iterable<string>> {
  const withdrawn = new Set(account.tombstones.flatMap((address) => draft.files.get(address)?.document ?? []))
  const ownerOf = (path: string): string => previous?.manifest.files.get(path)?.document ?? ''
  const missed = draft.gone.filter((path) => isPage(path) && !withdrawn.has(ownerOf(path)))
  const lists = new Set(missed.map((path) => account.partOf?.(path)))
  if (lists.has(undefined)) return draft.files.keys()
  const pages = await Promise.all([...lists].map((list) => pagesOf(list ?? '', draft)))
  return new Set([...draft.changed, ...pages.flat()])
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
