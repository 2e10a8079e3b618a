/**
 * Files looked at while whoever writes them has their bytes at hand, by the gates that ask for nothing but the file.
 *
 *   const seeing = openSeeing(secrets, (path) => credits of that page, undefined where it has none)
 *   seeing.see('/2024/0602/a1.html', text, bytes, { sha256, bytes: 13412 })
 *   seeing.seen   →  { sums: Map { '/2024/0602/a1.html' → … }, links: Set { '/people/x.html', … }, problems: [] }
 *   together([one, other])   →  what several saw, each of some files
 *
 * Where links lead can be told when all is written; ./links.ts asks for each target once.
 */
import type { PrintedCredits, Seen, Sum } from '../builder.ts'
import { creditLook } from './credits.ts'
import type { Look } from './finding.ts'
import { linksIn } from './links.ts'
import { pageLook } from './page.ts'
import { secretLook } from './secrets.ts'

export interface Seeing {
  seen: Seen
  see(path: string, text: string | undefined, bytes: Buffer, sum: Sum): void
}

export function openSeeing(
  secrets: Readonly<Record<string, string>>,
  credits: (path: string) => PrintedCredits | undefined,
): Seeing {
  const seen = nothingSeen()
  const looks: Record<string, Look> = {
    page: pageLook,
    credits: creditLook(isHtml, credits),
    secrets: secretLook(secrets),
  }
  return {
    seen,
    see: (path, text, bytes, sum) => {
      let words = text
      const file = { path, bytes: () => bytes, text: () => (words ??= bytes.toString()) }
      seen.sums.set(path, sum)
      for (const [look, { isFor, find }] of Object.entries(looks)) {
        const problem = isFor(path) ? find(file) : undefined
        if (problem !== undefined) seen.problems.push({ look, path, problem })
      }
      if (isHtml(path)) for (const to of linksIn(file.text())) if (!seen.links.has(to)) seen.links.add(apart(to))
    },
  }
}

const nothingSeen = (): Seen => ({ sums: new Map(), links: new Set(), problems: [] })

/** The same letters of their own: V8 keeps a piece of a text by keeping all of the text. */
const apart = (piece: string): string => Buffer.from(piece).toString()

const isHtml = (path: string): boolean => path.endsWith('.html')

export function together(all: readonly Seen[]): Seen {
  const [first = nothingSeen(), ...rest] = all
  for (const { sums, links, problems } of rest) {
    for (const [path, sum] of sums) first.sums.set(path, sum)
    for (const to of links) first.links.add(to)
    first.problems.push(...problems)
  }
  return first
}
