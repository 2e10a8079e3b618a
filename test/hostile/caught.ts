/**
 * What hostile words do to the pages of a paper that has them in every field.
 *
 *   caughtInText(['<b onclick=x>'])        →  []   nothing came of them; else ['front /index.html: <b onclick> by "<b onclick=x>"']
 *   caughtInLinks(['javascript:alert(1)'])  →  []
 */
import { offences, ON_SEARCH } from './allowed.ts'
import { documentsWith, type Fill } from './documents.ts'
import { pagesOf } from './press.ts'

const isLink = (path: string): boolean => /\.(?:url|home|originalUrl)$|^site\.address$/u.test(path)

export const caughtInText = (payloads: readonly string[]): string[] =>
  caught(payloads, (payload) => (path) => (isLink(path) ? 'https://a.example/' : payload))

export const caughtInLinks = (payloads: readonly string[]): string[] =>
  caught(payloads, (payload) => (path) => (isLink(path) ? payload : '渠水到了田头'))

/** Every offence of every page, with the payload that made it. A page that a payload does not alter is looked at once. */
function caught(payloads: readonly string[], fill: (payload: string) => Fill): string[] {
  const seen = new Set<string>()
  return payloads.flatMap((payload) =>
    [...pagesOf(documentsWith(fill(payload)))].flatMap(([kind, page]) => {
      if (seen.has(page)) return []
      seen.add(page)
      return offences(page, kind.startsWith('search ') ? ON_SEARCH : undefined).map(
        (offence) => `${kind}: ${offence} by ${JSON.stringify(payload)}`,
      )
    }),
  )
}
