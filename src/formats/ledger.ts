/**
 * The corrections of a year as JSON: what was wrong, when it was put right, and what was withdrawn.
 *
 *   ledger(site, '2024', [{ page, corrections… }], [...])
 *     →  { year: '2024', corrections: [{ at: '2024-06-05T…', kind: 'fact', text: '…', article: { id, title, url } }], withdrawn: [...] }
 */
import { hrefOf } from '../content/links.ts'
import type { Correction } from '../content/record.ts'
import type { SiteModel } from '../content/site.ts'
import { formatOffset } from '../text/dates.ts'
import { whole } from './addresses.ts'

export interface Corrected {
  id: string
  title: string
  address: string
  corrections: readonly Correction[]
}

export interface Withdrawn {
  id: string
  address: string
  at?: string | undefined
  reason?: string | undefined
}

export function ledger(
  site: SiteModel,
  year: string,
  corrected: readonly Corrected[],
  withdrawn: readonly Withdrawn[],
): object {
  const entries = corrected.flatMap(({ id, title, address, corrections }) =>
    corrections
      .filter(({ at }) => formatOffset(at).startsWith(year))
      .map(({ at, kind, text }) => ({
        at: formatOffset(at),
        kind,
        text,
        article: { id, title, url: whole(site, hrefOf(address)) },
      })),
  )
  return {
    year,
    corrections: entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
    withdrawn: withdrawn.map(({ id, address, at, reason }) => ({
      ...(at === undefined ? {} : { at: formatOffset(at) }),
      ...(reason === undefined ? {} : { reason }),
      article: { id, url: whole(site, hrefOf(address)) },
    })),
  }
}
