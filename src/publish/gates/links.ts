/**
 * No link of ours leads nowhere: those of changed pages are followed, and those to pages that go are looked for everywhere.
 *
 *   <a href="/people/none.html">  →  refused, or stopped where the page is a list
 */
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
  const looked = mayBeMissed(scene) ? [...draft.files.keys()] : draft.changed
  const findings: Finding[] = []
  await abreast(
    looked.filter((path) => path.endsWith('.html')),
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

/** Pages that go may be linked to from anywhere, other forms of what was withdrawn only from the page that says so now. */
function mayBeMissed({ draft, account, previous }: Scene): boolean {
  const withdrawn = new Set(account.tombstones.flatMap((address) => draft.files.get(address)?.document ?? []))
  const ownerOf = (path: string): string => previous?.manifest.files.get(path)?.document ?? ''
  return draft.gone.some((path) => isPage(path) && !withdrawn.has(ownerOf(path)))
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
