/**
 * What a gate is given and what it may find.
 *
 *   refuse(scene, '/2024/0602/a1.html', { field: 'title', reason: '…', remedy: '…' })   →  { document: 'article-a', … }
 *   refuse(scene, '/index.html', …)                                                   →  { stop: 'expected /index.html …' }
 */
import type { Account, Want } from '../builder.ts'
import type { Draft, Previous } from '../release/draft.ts'
import type { Quarantined } from '../release/manifest.ts'

/** A release that must not be; the last one stays. */
export class GateError extends Error {
  override name = 'GateError'
}

export interface Scene {
  draft: Draft
  account: Account
  previous: Previous | undefined
  want: Want
  /** Values that may stand on no page, by the names of their variables. */
  secrets: Readonly<Record<string, string>>
  /** Which of these documents the lake still holds: asked again before a page may go. */
  stillThere: (ids: readonly string[]) => Promise<readonly string[]>
  /** A person has looked and wants it: losses, older documents and many refusals pass. */
  force: boolean
}

/** What a gate finds wrong: a document to leave out, or a reason to stop. */
export type Finding = Omit<Quarantined, 'revision'> | { stop: string }
export type Gate = (scene: Scene) => Promise<readonly Finding[]> | readonly Finding[]

/** What is wrong with a file: whoever owns it is left out, or the release stops in any case. */
export type Problem = { field: string; reason: string; remedy: string } | { stop: string }

/** A gate that looks at files one by one: each changed one, and `also` those. */
export interface Look {
  also?: Iterable<string>
  /** Which of the changed ones. */
  isFor: (path: string) => boolean
  find: (file: FileHere) => Problem | undefined
}

/** A file of the draft, read at most once however many look at it. */
export interface FileHere {
  path: string
  bytes: () => Buffer
  text: () => string
}

/** A page's own document refused, or the whole release stopped where the page is a list or the site's own. */
export function refuse({ account }: Scene, path: string, finding: Problem): Finding {
  if ('stop' in finding) return finding
  const document = account.pages[path]
  if (document !== undefined) return { document, ...finding }
  return { stop: `expected ${path} to be fit for readers, found: ${finding.reason}; ${finding.remedy}` }
}
